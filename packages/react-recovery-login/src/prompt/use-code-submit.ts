import { useCallback, useEffect, useRef, useState, type FormEvent, type RefObject } from 'react'
import { createFormControl } from 'react-hook-form'
import { useEmptiedField } from '../field/use-emptied-field.ts'
import { useLatest } from '../host/use-latest.ts'
import type { Labels } from '../labels/labels.ts'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { HeldBack } from './form-message.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'
import { writeCount } from './write-count.ts'

/** The field's element, what is typed into it, and how it is sent. */
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
 * One uncontrolled input on react-hook-form, with no render per keystroke, and a submit that holds back what would only
 * cost a try. The focus moves to the field when a new error comes, and when the button that had it goes.
 */
export function useCodeSubmit(binding: RecoveryCodeFormBinding, labels: Labels): CodeSubmit {
  const { format, verifying, error } = binding
  const [form] = useState(() => createFormControl({ defaultValues: { recoveryCode: '' } }))
  // An object, so that the same reason twice is two.
  const [held, setHeld] = useState<{ readonly why: HeldBack }>()
  const counter = useRef<HTMLSpanElement>(null)
  const onTyped = (text: string) => {
    // If it is not guarded, setting undefined over undefined costs a commit.
    if (held !== undefined) setHeld(undefined)
    if (counter.current !== null) writeCount(counter.current, text, format, labels)
  }
  const latest = useLatest({ binding, held, onTyped })

  // Not by react-hook-form's `setFocus`: it waits for a timer, and takes the focus back from someone who has gone on.
  const empty = useCallback(() => {
    form.setValue('recoveryCode', '')
    latest.current.onTyped('')
  }, [form, latest])
  const { field, ref: fieldRef } = useEmptiedField(binding.turn, empty)
  const focusedFor = useRef<{ error?: typeof error; held?: typeof held }>(undefined)
  useEffect(() => {
    const was = focusedFor.current
    // Sent from another screen, whose button is gone and left the focus to nobody.
    const unfocused =
      !was && verifying && (document.activeElement ?? document.body) === document.body
    if (unfocused || (error && error !== was?.error) || (held && held !== was?.held))
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
      const { binding, held } = latest.current
      // Nothing is sent before the wait is over, and the message says how long that is.
      if (binding.retryAt !== undefined) return
      const why = reasonToHold(recoveryCode, binding.format)
      if (why !== undefined) return setHeld({ why })
      if (held !== undefined) setHeld(undefined)
      void send(recoveryCode)
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
      // Not at each key: react-hook-form would keep a copy of every text on the way to the code.
      form.setValue('recoveryCode', field.current?.value ?? '')
      void submit(event)
    },
    sendAnyway() {
      setHeld(undefined)
      // The message and its button go.
      field.current?.focus()
      void send(field.current?.value ?? '')
    },
  }
}

function reasonToHold(text: string, format: RecoveryCodeFormat): HeldBack | undefined {
  // The code itself is kept in no state.
  const { code: _code, ...seen } = inspectRecoveryCode(text, format)
  if (seen.verdict !== 'complete' || seen.lookAlikes.length > 0) return seen
  // Only `false` says something: the flag is true on many machines that are offline.
  return navigator.onLine === false ? 'offline' : undefined
}
