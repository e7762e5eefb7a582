import {
  useId,
  useRef,
  useState,
  type ChangeEvent,
  type ComponentProps,
  type SyntheticEvent,
} from 'react'
import { codeFieldProps, type CodeFieldProps } from '../field/code-field-props.ts'
import {
  dropCodeProps,
  pasteCodeProps,
  takeFile,
  type DropCodeProps,
  type PasteCodeProps,
} from '../field/take-code.ts'
import { useEmptiedField } from '../field/use-emptied-field.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { CaptureAction } from './capture-platform.ts'
import { retypeMessage } from './retype-message.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import { inWords, saveAlert, saveStatus, type SaveAlert } from './save-message.ts'

type Props<
  Tag extends 'form' | 'label' | 'input' | 'p' | 'button',
  Key extends keyof ComponentProps<Tag>,
> = Readonly<Pick<ComponentProps<Tag>, Key>>

/** Props to spread on the confirmation's elements; the markup is yours. */
export interface SaveConfirmationBehaviour {
  readonly formProps: Props<'form', 'method' | 'noValidate' | 'onSubmit'>
  readonly actionProps: (action: CaptureAction) => Props<'button', 'type' | 'onClick' | 'ref'>
  /** `asked`: the person has yet to say whether it is there. */
  readonly actionState: (action: CaptureAction) => 'idle' | 'asked' | 'done'
  /** For a polite live region that is always there. Give its text `key={statusKey}`, so that a repeat is heard. */
  readonly status: string
  readonly statusKey: number
  /** A question is a plain element; any other is `role="alert"`. */
  readonly alert: SaveAlert | undefined
  readonly alertKey: string
  /**
   * What stands elsewhere and has to be heard: the question, and that the copy matches. A status that comes onto the
   * page with its text already in it may not be heard, so they are for one more region that is always there.
   */
  readonly announcements: readonly { readonly key: string; readonly text: string }[]
  readonly announcerProps: Props<'p', 'role' | 'aria-atomic'>
  /** For the buttons under a question. */
  readonly answerProps: (there: boolean) => Props<'button', 'type' | 'onClick'>
  readonly tickProps: Props<
    'input',
    'ref' | 'type' | 'checked' | 'onChange' | 'aria-invalid' | 'aria-describedby'
  >
  readonly retypeLabelProps: Props<'label', 'htmlFor'>
  /** For an element around the field: what is dropped on it, the saved file too, goes into the first in it. */
  readonly retypeFieldProps: DropCodeProps
  readonly retypeProps: CodeFieldProps &
    PasteCodeProps &
    Props<
      'input',
      'ref' | 'id' | 'onChange' | 'onFocus' | 'onBlur' | 'aria-invalid' | 'aria-describedby'
    >
  /** For an `input type="file"` that checks the saved file. */
  readonly retypeFileProps: Props<'input', 'type' | 'accept' | 'onChange'>
  readonly retypeMessage: { readonly tone: 'danger' | 'success'; readonly text: string } | undefined
  /** For the element that holds `error`, or what the retype field says. */
  readonly messageProps: Props<'p', 'id' | 'role'>
  /** Continue was pressed too early: what to do first. */
  readonly error: string | undefined
  readonly continueProps: Props<
    'button',
    'type' | 'aria-disabled' | 'aria-busy' | 'aria-describedby'
  >
}

/**
 * The behaviour of `SaveConfirmation`: the ways to save, what they came to, and a Continue that is refused, with its
 * reason and the focus on what is missing, until the gate is open.
 *
 * @see WCAG 2.2 SC 3.3.7 Redundant Entry (the retype field takes paste and the saved file), SC 4.1.3 Status Messages
 */
export function useSaveConfirmation(binding: SaveConfirmationBinding): SaveConfirmationBehaviour {
  const { turn, confirmBy, format, evidence, asking, last, ticked, retype, ready, busy } = binding
  const labels = resolveLabels(binding.labels)
  const id = useId()
  const [left, setLeft] = useState(false)
  const [asked, setAsked] = useState(0)
  // A copy by hand beside a question leaves it as it is, and unsaid again.
  if (last?.result === 'asked' && last.count !== asked) setAsked(last.count)
  const first = useRef<HTMLButtonElement>(null)
  const tick = useRef<HTMLInputElement>(null)
  const { field, ref: fieldRef } = useEmptiedField(turn, (field) => {
    field.value = ''
    setLeft(false)
    binding.onRetype('')
  })

  const alert = saveAlert(binding, labels)
  const question = alert?.question ? `question${asked}` : undefined
  const told = binding.saving ? undefined : retypeMessage(retype, left, labels)
  const tooEarly = labels[binding.saving ? 'gate.saving' : required[confirmBy]]
  const error = binding.blocked && told === undefined ? tooEarly : undefined
  const describedBy = error !== undefined || told !== undefined ? `${id}message` : undefined
  const unreadable = () => {
    setLeft(true)
    binding.onRetype(NOT_TEXT)
  }
  const focusGate = () =>
    ({ checkbox: tick, retype: field, action: first, continue: first })[confirmBy].current?.focus()
  return {
    formProps: {
      method: 'post',
      noValidate: true,
      onSubmit(event: SyntheticEvent) {
        event.preventDefault()
        setLeft(true)
        if (!binding.onConfirm() && !ready) focusGate()
      },
    },
    actionProps: (action) => ({
      type: 'button',
      onClick: () => binding.onAction(action),
      ...(action === binding.offers[0] && { ref: first }),
    }),
    actionState(action) {
      if (last?.action === action && last.result === 'failed') return 'idle'
      if (evidence.includes(action)) return 'done'
      return asking === action ? 'asked' : 'idle'
    },
    status: saveStatus(binding, labels),
    statusKey: last?.count ?? 0,
    alert,
    alertKey: question ?? (binding.failed ? 'failed' : `failure${last?.count}`),
    announcements: [
      { key: question ?? 'question', text: question && alert ? inWords(alert) : '' },
      { key: 'match', text: retype?.verdict === 'same' ? labels['retype.match'] : '' },
    ],
    announcerProps: { role: 'status', 'aria-atomic': false },
    answerProps: (there) => ({
      type: 'button',
      onClick() {
        binding.onAsked(there)
        // After a no, the message says to save it in another way: copy is the first, where it is offered.
        if (there) focusGate()
        else first.current?.focus()
      },
    }),
    tickProps: {
      ref: tick,
      type: 'checkbox',
      checked: ticked,
      onChange: (event) => binding.onTick(event.target.checked),
      'aria-invalid': error !== undefined || undefined,
      'aria-describedby': describedBy,
    },
    retypeLabelProps: { htmlFor: `${id}retype` },
    retypeFieldProps: dropCodeProps(format, unreadable),
    retypeProps: {
      ...codeFieldProps,
      ...pasteCodeProps(format),
      ref: fieldRef,
      id: `${id}retype`,
      onChange(event) {
        // What comes while the person is elsewhere, from a file, comes whole.
        setLeft(event.target !== event.target.ownerDocument.activeElement)
        binding.onRetype(event.target.value)
      },
      onFocus: binding.onMask,
      onBlur: () => setLeft(true),
      'aria-invalid': told?.tone === 'danger' || error !== undefined || undefined,
      'aria-describedby': describedBy ?? `${id}message`,
    },
    retypeFileProps: {
      type: 'file',
      accept: 'text/plain,.txt',
      onChange(event: ChangeEvent<HTMLInputElement>) {
        const [file] = event.target.files ?? []
        if (file === undefined || field.current === null) return
        // Else the same file, picked again, would be no change.
        event.target.value = ''
        binding.onMask()
        setLeft(true)
        void takeFile(field.current, file, format).then((taken) => taken || unreadable())
      },
    },
    retypeMessage: told,
    messageProps: {
      id: `${id}message`,
      role: error !== undefined || told?.tone === 'danger' ? 'alert' : undefined,
    },
    error,
    continueProps: {
      type: 'submit',
      'aria-disabled': !ready || busy || undefined,
      'aria-busy': busy || undefined,
      'aria-describedby': error === undefined ? undefined : `${id}message`,
    },
  }
}

/** What a decoder gives for bytes that are no text. */
const NOT_TEXT = '\uFFFD'

const required = {
  checkbox: 'gate.unconfirmed',
  action: 'gate.noAction',
  retype: 'retype.required',
  continue: 'gate.noAction',
} as const
