import { useCallback, useEffect, useId, useRef, useState, type ComponentProps } from 'react'
import { createFormControl } from 'react-hook-form'
import { codeFieldProps, type CodeFieldProps } from '../field/code-field-props.ts'
import {
  dropCodeProps,
  pasteCodeProps,
  type DropCodeProps,
  type PasteCodeProps,
} from '../field/take-code.ts'
import { useEmptiedField } from '../field/use-emptied-field.ts'
import { useLatest } from '../host/use-latest.ts'
import { fillLabel } from '../labels/fill-label.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import { formMessage, type FormMessage, type HeldBack } from './form-message.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'
import { useCountdown } from './use-countdown.ts'
import { writeCount } from './write-count.ts'

type Props<
  Tag extends 'form' | 'label' | 'input' | 'span' | 'div' | 'p' | 'button',
  Key extends keyof ComponentProps<Tag>,
> = Readonly<Pick<ComponentProps<Tag>, Key>>

/** Props to spread on the form's elements; the markup is yours. */
export interface RecoveryCodeFormBehaviour {
  readonly formProps: Props<'form', 'method' | 'noValidate' | 'onSubmit'>
  readonly labelProps: Props<'label', 'htmlFor'>
  /** For an element around the input: what is dropped on it, a saved file too, goes into the first in it. */
  readonly fieldProps: DropCodeProps
  readonly inputProps: CodeFieldProps &
    PasteCodeProps &
    Props<
      'input',
      'ref' | 'id' | 'onChange' | 'readOnly' | 'enterKeyHint' | 'aria-invalid' | 'aria-describedby'
    >
  /** Its text and `data-rrl-state` (`typing`, `complete`) are written without a render: give it no children. */
  readonly counterProps: Props<'span', 'ref'>
  readonly hintProps: Props<'p', 'id'>
  /** For the element that holds `message`. */
  readonly messageProps: Props<'div', 'id' | 'role'>
  readonly message: FormMessage | undefined
  /** Minutes and seconds, `5:42`, while sending is refused. */
  readonly countdown: string | undefined
  /** For a polite live region that is always there; it never holds a code. */
  readonly announcement: string
  readonly submitProps: Props<'button', 'type' | 'aria-disabled' | 'aria-busy' | 'aria-describedby'>
  /** Sends what was held back, with the focus in the field: the message and its button go. */
  readonly sendAnyway: () => void
  /** Whether what is typed is hidden. */
  readonly concealed: boolean
  /** Its name says what it does, *show* or *hide*, and so it has no state beside. */
  readonly revealProps: Props<'button', 'type' | 'onClick'>
}

/**
 * The behaviour of `RecoveryCodeForm`, on react-hook-form: one uncontrolled input, no render per keystroke, and a
 * submit that holds back what would only cost a try. The focus moves to the field when a new error comes, and when the
 * button that had it goes.
 *
 * @see WCAG 2.2 SC 3.3.1 Error Identification, SC 4.1.3 Status Messages
 */
export function useRecoveryCodeForm(binding: RecoveryCodeFormBinding): RecoveryCodeFormBehaviour {
  const { format, verifying, error, retryAt } = binding
  const labels = resolveLabels(binding.labels)
  const id = useId()
  const [form] = useState(() => createFormControl({ defaultValues: { recoveryCode: '' } }))
  // In an object, so that the same once more is one more.
  const [held, setHeld] = useState<{ readonly why: HeldBack }>()
  const heldBack = held?.why
  const [concealed, setConcealed] = useState(false)
  const seconds = useCountdown(retryAt, binding.now)
  const counter = useRef<HTMLSpanElement>(null)
  const changed = (text: string) => {
    if (held !== undefined) setHeld(undefined)
    if (counter.current !== null) writeCount(counter.current, text, format, labels)
  }
  const latest = useLatest({ binding, held, changed })

  // Not by react-hook-form's `setFocus`: it waits for a timer, and takes the focus back from who has gone on.
  const empty = useCallback(() => {
    form.setValue('recoveryCode', '')
    latest.current.changed('')
  }, [form, latest])
  const { field, ref: fieldRef } = useEmptiedField(binding.turn, empty)
  const focusedFor = useRef<{ error?: typeof error; held?: typeof held }>(undefined)
  useEffect(() => {
    const was = focusedFor.current
    // Sent from another screen, whose button is gone and left the focus to nobody.
    const left = !was && verifying && (document.activeElement ?? document.body) === document.body
    if (left || (error && error !== was?.error) || (held && held !== was?.held))
      field.current?.focus()
    focusedFor.current = { error, held }
  }, [error, held, verifying, field])

  const send = useCallback(
    async (text: string) => {
      const result = await latest.current.binding.onSubmit(text)
      if (result?.used) empty()
    },
    [empty, latest],
  )
  const [submit] = useState(() =>
    form.handleSubmit(({ recoveryCode }) => {
      // Nothing is sent before the wait is over, and the message says how long that is.
      if (latest.current.binding.retryAt !== undefined) return
      // The code itself is kept in no state.
      const { code: _code, ...seen } = inspectRecoveryCode(
        recoveryCode,
        latest.current.binding.format,
      )
      const fine = seen.verdict === 'complete' && seen.lookAlikes.length === 0
      // Only `false` says something: the flag is true on many machines that are offline.
      const why = fine ? (navigator.onLine === false ? 'offline' : undefined) : seen
      if (why !== undefined) return setHeld({ why })
      // Unguarded, setting undefined over undefined costs a commit.
      if (latest.current.held !== undefined) setHeld(undefined)
      void send(recoveryCode)
    }),
  )

  const message = formMessage(binding, heldBack, labels)
  const { ref } = form.register('recoveryCode')
  const describedBy = message === undefined ? `${id}hint` : `${id}message`
  const limited = retryAt !== undefined
  const aboutTheWait = limited || (heldBack === undefined && error?.code === 'rate-limited')
  return {
    formProps: {
      method: 'post',
      noValidate: true,
      onSubmit(event) {
        // Not at each key: react-hook-form would keep a copy of every text on the way to the code.
        form.setValue('recoveryCode', field.current?.value ?? '')
        void submit(event)
      },
    },
    labelProps: { htmlFor: `${id}input` },
    fieldProps: dropCodeProps(format, () => setHeld({ why: 'unreadable' })),
    inputProps: {
      ...codeFieldProps,
      ...pasteCodeProps(format),
      ref(element) {
        ref(element)
        fieldRef(element)
      },
      id: `${id}input`,
      readOnly: verifying,
      enterKeyHint: 'go',
      onChange: (event) => changed(event.target.value),
      'aria-invalid': message?.tone === 'danger' || undefined,
      'aria-describedby': describedBy,
    },
    counterProps: { ref: counter },
    hintProps: { id: `${id}hint` },
    messageProps: {
      id: `${id}message`,
      // The wait and its end are told by the polite region.
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
    sendAnyway: () => {
      setHeld(undefined)
      field.current?.focus()
      void send(field.current?.value ?? '')
    },
    concealed,
    revealProps: {
      type: 'button',
      onClick: () => setConcealed((was) => !was),
    },
  }

  /** Heard once each; the wait once a minute. */
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
