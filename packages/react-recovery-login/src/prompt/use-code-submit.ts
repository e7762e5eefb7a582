import { useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { createFormControl } from 'react-hook-form'
import { useEmptiedField } from '../field/use-emptied-field.ts'
import { useLatest } from '../host/use-latest.ts'
import type { Labels } from '../labels/labels.ts'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import type { HeldBack } from './form-message.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'
import { writeCount } from './write-count.ts'

/** The field's element, its text, and how it is sent. */
export interface CodeSubmit {
  readonly inputRef: (element: HTMLInputElement | null) => void
  readonly counter: RefObject<HTMLSpanElement | null>
  /** Why the last submit was held back, until the text changes. */
  readonly heldBack: HeldBack | undefined
  readonly holdBack: (why: HeldBack) => void
  readonly onTyped: (text: string) => void
  readonly submit: (event: FormEvent<HTMLFormElement>) => void
  /** Sends what was held back. */
  readonly sendAnyway: () => void
}

/**
 * One uncontrolled input on react-hook-form, without a render per keystroke, and a submit that holds back what would
 * only cost an attempt. Focus moves to the field on a new error, and when the focused button unmounts.
 */
export function useCodeSubmit(binding: RecoveryCodeFormBinding, labels: Labels): CodeSubmit {
  const { format, verifying, error } = binding
  const [form] = useState(() => createFormControl({ defaultValues: { recoveryCode: '' } }))
  // A fresh object, so the same reason twice moves focus again.
  const [held, setHeld] = useState<{ readonly why: HeldBack }>()
  const counter = useRef<HTMLSpanElement>(null)
  const onTyped = (text: string) => {
    // Without the guard, setting undefined over undefined costs a commit.
    if (held !== undefined) setHeld(undefined)
    if (counter.current !== null) writeCount(counter.current, text, format, labels)
  }
  const latest = useLatest({ binding, held, onTyped })

  // Not react-hook-form's `setFocus`: it waits for a timer, and would steal focus from someone who has moved on.
  const empty = () => {
    form.setValue('recoveryCode', '')
    latest.current.onTyped('')
  }
  const { field, ref: fieldRef } = useEmptiedField(binding.turn, empty)
  const focusedFor = useRef<{ error?: typeof error; held?: typeof held }>(undefined)
  useEffect(() => {
    const previous = focusedFor.current
    // Sent from a screen that unmounted, so focus fell back to the body.
    const unfocused =
      !previous && verifying && (document.activeElement ?? document.body) === document.body
    if (unfocused || (error && error !== previous?.error) || (held && held !== previous?.held))
      field.current?.focus()
    focusedFor.current = { error, held }
  }, [error, held, verifying, field])

  const send = async (...submitted: Parameters<RecoveryCodeFormBinding['onSubmit']>) => {
    const result = await latest.current.binding.onSubmit(...submitted)
    if (result?.used) empty()
  }
  const [submit] = useState(() =>
    form.handleSubmit(({ recoveryCode }) => {
      const { binding, held } = latest.current
      // Nothing is sent before the wait is over; the message says how long that is.
      if (binding.retryAt !== undefined) return
      // Never keep the code itself in state.
      const { code, ...seen } = inspectRecoveryCode(recoveryCode, binding.format)
      const why = reasonToHold(seen)
      if (why !== undefined) return setHeld({ why })
      if (held !== undefined) setHeld(undefined)
      void send(recoveryCode, code)
    }),
  )
  const { ref } = form.register('recoveryCode')
  return {
    inputRef(element) {
      ref(element)
      fieldRef(element)
    },
    counter,
    heldBack: held?.why,
    holdBack: (why) => setHeld({ why }),
    onTyped,
    submit(event) {
      // Not at each key: react-hook-form would keep a copy of every intermediate text.
      form.setValue('recoveryCode', field.current?.value ?? '')
      void submit(event)
    },
    sendAnyway() {
      setHeld(undefined)
      // The message and its button unmount.
      field.current?.focus()
      void send(field.current?.value ?? '')
    },
  }
}

function reasonToHold(seen: Exclude<HeldBack, string>): HeldBack | undefined {
  if (seen.verdict !== 'complete' || seen.lookAlikes.length > 0) return seen
  // Only `false` is meaningful: the flag is true on many offline machines.
  return navigator.onLine === false ? 'offline' : undefined
}
