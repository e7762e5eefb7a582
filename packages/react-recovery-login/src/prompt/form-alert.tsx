import type { ReactElement } from 'react'
import type { Labels } from '../labels/labels.ts'
import type { FormMessage } from './form-message.ts'
import type { RecoveryCodeFormBehaviour } from './use-recovery-code-form.ts'
import { ActionButton } from '../parts/action-button.tsx'
import { Alert } from '../parts/alert.tsx'
import type { IconName } from '../parts/icon.tsx'
import type { PartProps, Slots } from '../parts/styled-props.ts'

export interface FormAlertProps {
  readonly message: FormMessage
  readonly form: RecoveryCodeFormBehaviour
  readonly labels: Labels
  readonly part: PartProps<'alert'>
  readonly slots: Slots | undefined
  readonly onTryAnotherMethod: (() => void) | undefined
}

/** What stands under the field: the message, a wait that is counted down, and what the message offers. */
export function FormAlert(props: FormAlertProps): ReactElement {
  const { message, form, labels, part, slots, onTryAnotherMethod } = props
  const sendAnyway = message.action === 'send-anyway'
  return (
    <Alert
      tone={message.tone}
      icon={iconOf(message)}
      title={message.title}
      text={message.text}
      part={part}
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
            data-rrl-part={message.action}
            variant="secondary"
            label={labels[sendAnyway ? 'form.sendAnyway' : 'form.appCode.action']}
            slots={slots}
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
