import { useState } from 'react'
import type { Labels } from '../labels/labels.ts'
import type { SaveConfirmationBehaviour } from './save-confirmation-behaviour.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import { inWords, saveAlert, saveStatus } from './save-message.ts'

/** What `useSaveConfirmation` says about saving, each message once. */
export type SaveNews = Pick<
  SaveConfirmationBehaviour,
  'status' | 'statusKey' | 'alert' | 'alertKey' | 'announcements'
>

export function useSaveNews(binding: SaveConfirmationBinding, labels: Labels): SaveNews {
  const { lastAttempt, finishing, retype } = binding
  const [lastQuestion, setLastQuestion] = useState(0)
  // Copying by hand must not announce an open question again.
  if (lastAttempt?.result === 'asked' && lastAttempt.count !== lastQuestion)
    setLastQuestion(lastAttempt.count)
  const alert = saveAlert(binding, labels)
  const questionKey = alert?.question ? `question${lastQuestion}` : undefined
  return {
    status: saveStatus(binding, labels),
    statusKey: lastAttempt?.count ?? 0,
    alert,
    alertKey: questionKey ?? (finishing === 'failed' ? 'failed' : `failure${lastAttempt?.count}`),
    announcements: [
      { key: questionKey ?? 'question', text: alert?.question ? inWords(alert) : '' },
      { key: 'match', text: retype?.verdict === 'same' ? labels['retype.match'] : '' },
    ],
  }
}
