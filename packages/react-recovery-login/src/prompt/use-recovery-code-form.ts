import { useId, useState } from 'react'
import { codeFieldProps } from '../field/code-field-props.ts'
import { dropCodeProps, pasteCodeProps } from '../field/take-code.ts'
import { fillLabel } from '../labels/fill-label.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import { formMessage } from './form-message.ts'
import type { RecoveryCodeFormBehaviour } from './recovery-code-form-behaviour.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'
import { useCodeSubmit } from './use-code-submit.ts'
import { useCountdown } from './use-countdown.ts'

/**
 * The behaviour of `RecoveryCodeForm`, on react-hook-form: one uncontrolled input, no render per keystroke, and a
 * submit that holds back what would only cost an attempt. Focus moves to the field on a new error, and when the focused
 * button unmounts.
 *
 * @see WCAG 2.2 SC 3.3.1 Error Identification, SC 4.1.3 Status Messages
 */
export function useRecoveryCodeForm(binding: RecoveryCodeFormBinding): RecoveryCodeFormBehaviour {
  const { format, verifying, error, retryAt } = binding
  const labels = resolveLabels(binding.labels)
  const id = useId()
  const [concealed, setConcealed] = useState(false)
  const seconds = useCountdown(retryAt, binding.now)
  const typed = useCodeSubmit(binding, labels)
  const message = formMessage(binding, typed.heldBack, labels)
  const limited = retryAt !== undefined
  const aboutTheWait = limited || (typed.heldBack === undefined && error?.code === 'rate-limited')
  return {
    formProps: { method: 'post', noValidate: true, onSubmit: typed.submit },
    labelProps: { htmlFor: `${id}input` },
    fieldProps: dropCodeProps(format, () => typed.holdBack('unreadable')),
    inputProps: {
      ...codeFieldProps,
      ...pasteCodeProps(format),
      ref: typed.inputRef,
      id: `${id}input`,
      readOnly: verifying,
      enterKeyHint: 'go',
      onChange: (event) => typed.onTyped(event.target.value),
      'aria-invalid': message?.tone === 'danger' || undefined,
      'aria-describedby': message === undefined ? `${id}hint` : `${id}message`,
    },
    counterProps: { ref: typed.counter },
    hintProps: { id: `${id}hint` },
    messageProps: {
      id: `${id}message`,
      // The polite region announces the wait and its end.
      role: verifying || aboutTheWait ? undefined : 'alert',
    },
    message,
    countdown: limited && seconds !== undefined ? clock(seconds) : undefined,
    announcement: announcement(),
    submitProps: {
      type: 'submit',
      'aria-disabled': verifying || limited || undefined,
      'aria-busy': verifying || undefined,
      'aria-describedby': limited ? `${id}message` : undefined,
    },
    sendAnyway: typed.sendAnyway,
    concealed,
    revealProps: { type: 'button', onClick: () => setConcealed((previous) => !previous) },
  }

  /** Each is announced once; the wait once a minute. */
  function announcement(): string {
    if (verifying) return labels[binding.slow ? 'form.slow.title' : 'form.submitting']
    if (limited && seconds !== undefined)
      return seconds <= 60
        ? labels['form.limited.lastMinute']
        : fillLabel(labels, 'form.limited.spoken', { count: Math.ceil(seconds / 60) })
    return error?.code === 'rate-limited' ? labels['form.limited.ready'] : ''
  }
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
