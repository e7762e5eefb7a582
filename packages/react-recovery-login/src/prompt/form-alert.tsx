import type { ReactElement } from 'react'
import type { FormMessage } from './form-message.ts'
import type { RecoveryCodeFormBehaviour } from './recovery-code-form-behaviour.ts'
import { ActionButton } from '../parts/action-button.tsx'
import { Alert } from '../parts/alert.tsx'
import type { IconName } from '../parts/icon.tsx'
import { useLook } from '../parts/look.ts'

export interface FormAlertProps {
  readonly message: FormMessage
  readonly form: RecoveryCodeFormBehaviour
  readonly onTryAnotherMethod: (() => void) | undefined
}

/** The alert under the field: the message, its countdown and its action. */
export function FormAlert({ message, form, onTryAnotherMethod }: FormAlertProps): ReactElement {
  const { labels } = useLook()
  const sendAnyway = message.action === 'send-anyway'
  return (
    <Alert
      tone={message.tone}
      icon={iconOf(message)}
      title={message.title}
      text={message.text}
      messageProps={form.messageProps}
    >
      {message.countdown && form.countdown !== undefined && (
        <p data-rrl-part="countdown" role="timer">
          <span data-rrl-part="countdown-time" dir="ltr">
            {form.countdown}
          </span>
          <span data-rrl-part="countdown-label">{labels['form.limited.until']}</span>
        </p>
      )}
      {message.action && (
        <div data-rrl-part="alert-actions">
          <ActionButton
            part={message.action}
            variant="secondary"
            label={labels[sendAnyway ? 'form.sendAnyway' : 'form.appCode.action']}
            onClick={sendAnyway ? form.sendAnyway : () => onTryAnotherMethod?.()}
          />
        </div>
      )}
    </Alert>
  )
}

function iconOf({ action, countdown, tone }: FormMessage): IconName {
  if (action === 'use-app') return 'phone'
  return countdown || tone === 'info' ? 'clock' : 'warning'
}
