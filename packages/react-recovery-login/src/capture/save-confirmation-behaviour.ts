import type { ComponentProps } from 'react'
import type { CodeFieldProps } from '../field/code-field-props.ts'
import type { DropCodeProps, PasteCodeProps } from '../field/take-code.ts'
import type { CaptureAction } from './capture-actions.ts'
import type { RetypeMessage } from './retype-message.ts'
import type { SaveAlert } from './save-message.ts'

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
  /** For a polite live region that is always mounted. Give its text `key={statusKey}`, so a repeat is announced. */
  readonly status: string
  readonly statusKey: number
  /** A plain element if it is a question, else `role="alert"`. */
  readonly alert: SaveAlert | undefined
  readonly alertKey: string
  /**
   * Shown elsewhere, but to be announced: the question, and that the copy matches. A status that mounts with its text
   * already in it may not be announced, so these are for one more region that is always mounted.
   */
  readonly announcements: readonly { readonly key: string; readonly text: string }[]
  readonly announcerProps: Props<'p', 'role' | 'aria-atomic'>
  /** For the buttons under a question. */
  readonly answerProps: (saved: boolean) => Props<'button', 'type' | 'onClick'>
  readonly tickProps: Props<
    'input',
    'ref' | 'type' | 'checked' | 'onChange' | 'aria-invalid' | 'aria-describedby'
  >
  readonly retypeLabelProps: Props<'label', 'htmlFor'>
  /** For an element around the field: what is dropped on it, the saved file too, goes into its first input. */
  readonly retypeFieldProps: DropCodeProps
  readonly retypeProps: CodeFieldProps &
    PasteCodeProps &
    Props<
      'input',
      'ref' | 'id' | 'onChange' | 'onFocus' | 'onBlur' | 'aria-invalid' | 'aria-describedby'
    >
  /** For an `input type="file"` that checks the saved file. */
  readonly retypeFileProps: Props<'input', 'type' | 'accept' | 'onChange'>
  readonly retypeMessage: RetypeMessage | undefined
  /** For the element that holds `error` or `retypeMessage`. */
  readonly messageProps: Props<'p', 'id' | 'role'>
  /** What to do first, if Continue was pressed too early. */
  readonly error: string | undefined
  readonly continueProps: Props<
    'button',
    'type' | 'aria-disabled' | 'aria-busy' | 'aria-describedby'
  >
}
