import { useId, useRef, type SyntheticEvent } from 'react'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { SaveConfirmationBehaviour } from './save-confirmation-behaviour.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import { useRetypeField } from './use-retype-field.ts'
import { useSaveNews } from './use-save-news.ts'

/**
 * The behaviour of `SaveConfirmation`: the ways to save, their results, and a Continue that, until the gate is open,
 * says why not and moves focus to what is missing.
 *
 * @see WCAG 2.2 SC 3.3.7 Redundant Entry (the retype field takes paste and the saved file), SC 4.1.3 Status Messages
 */
export function useSaveConfirmation(binding: SaveConfirmationBinding): SaveConfirmationBehaviour {
  const { confirmBy, evidence, asking, lastAttempt, ticked, ready, blocked, finishing } = binding
  const labels = resolveLabels(binding.labels)
  const id = useId()
  const firstAction = useRef<HTMLButtonElement>(null)
  const checkbox = useRef<HTMLInputElement>(null)
  const news = useSaveNews(binding, labels)
  const retyped = useRetypeField(binding, labels)
  const { field, message } = retyped

  const reason = blocked === 'saving' ? 'gate.saving' : required[confirmBy]
  const error = blocked === 'no' || message !== undefined ? undefined : labels[reason]
  const messageId = `${id}message`
  const describedBy = error === undefined && message === undefined ? undefined : messageId
  const running = finishing === 'running'
  const gate = { checkbox, retype: field, action: firstAction, continue: firstAction }[confirmBy]
  return {
    formProps: {
      method: 'post',
      noValidate: true,
      onSubmit(event: SyntheticEvent) {
        event.preventDefault()
        retyped.endTyping()
        if (!binding.onConfirm() && !ready) gate.current?.focus()
      },
    },
    actionProps: (action) => ({
      type: 'button',
      onClick: () => binding.onAction(action),
      ...(action === binding.offers[0] && { ref: firstAction }),
    }),
    actionState(action) {
      if (lastAttempt?.action === action && lastAttempt.result === 'failed') return 'idle'
      if (evidence.includes(action)) return 'done'
      return asking === action ? 'asked' : 'idle'
    },
    ...news,
    announcerProps: { role: 'status', 'aria-atomic': false },
    answerProps: (saved) => ({
      type: 'button',
      onClick() {
        binding.onAsked(saved)
        // After a no, the message suggests another way to save: copy comes first, if offered.
        const next = saved ? gate : firstAction
        next.current?.focus()
      },
    }),
    tickProps: {
      ref: checkbox,
      type: 'checkbox',
      checked: ticked,
      onChange: (event) => binding.onTick(event.target.checked),
      'aria-invalid': error !== undefined || undefined,
      'aria-describedby': describedBy,
    },
    retypeLabelProps: { htmlFor: `${id}retype` },
    retypeFieldProps: retyped.dropProps,
    retypeProps: {
      ...retyped.inputProps,
      id: `${id}retype`,
      'aria-invalid': message?.tone === 'danger' || error !== undefined || undefined,
      'aria-describedby': messageId,
    },
    retypeFileProps: retyped.fileProps,
    retypeMessage: message,
    messageProps: {
      id: messageId,
      role: error !== undefined || message?.tone === 'danger' ? 'alert' : undefined,
    },
    error,
    continueProps: {
      type: 'submit',
      'aria-disabled': !ready || running || undefined,
      'aria-busy': running || undefined,
      'aria-describedby': error === undefined ? undefined : messageId,
    },
  }
}

const required = {
  checkbox: 'gate.unconfirmed',
  action: 'gate.noAction',
  retype: 'retype.required',
  continue: 'gate.noAction',
} as const
