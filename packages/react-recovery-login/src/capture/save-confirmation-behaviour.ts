import type { CodeFieldProps } from '../field/code-field-props.ts'
import type { DropCodeProps, PasteCodeProps } from '../field/take-code.ts'
import type { ElementProps } from '../parts/element-props.ts'
import type { CaptureAction } from './capture-actions.ts'
import type { RetypeMessage } from './retype-message.ts'
import type { SaveAlert } from './save-message.ts'

/** Props to spread on the confirmation's elements; the markup is yours. */
export interface SaveConfirmationBehaviour {
  readonly formProps: ElementProps<'form', 'method' | 'noValidate' | 'onSubmit'>
  readonly actionProps: (
    action: CaptureAction,
  ) => ElementProps<'button', 'type' | 'onClick' | 'ref'>
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
  readonly announcerProps: ElementProps<'p', 'role' | 'aria-atomic'>
  /** For the buttons under a question. */
  readonly answerProps: (saved: boolean) => ElementProps<'button', 'type' | 'onClick'>
  readonly tickProps: ElementProps<
    'input',
    'ref' | 'type' | 'checked' | 'onChange' | 'aria-invalid' | 'aria-describedby'
  >
  readonly retypeLabelProps: ElementProps<'label', 'htmlFor'>
  /** For an element around the field: what is dropped on it, the saved file too, goes into its first input. */
  readonly retypeFieldProps: DropCodeProps
  readonly retypeProps: CodeFieldProps &
    PasteCodeProps &
    ElementProps<
      'input',
      'ref' | 'id' | 'onChange' | 'onFocus' | 'onBlur' | 'aria-invalid' | 'aria-describedby'
    >
  /** For an `input type="file"` that checks the saved file. */
  readonly retypeFileProps: ElementProps<'input', 'type' | 'accept' | 'onChange'>
  readonly retypeMessage: RetypeMessage | undefined
  /** For the element that holds `error` or `retypeMessage`. */
  readonly messageProps: ElementProps<'p', 'id' | 'role'>
  /** What to do first, if Continue was pressed too early. */
  readonly error: string | undefined
  readonly continueProps: ElementProps<
    'button',
    'type' | 'aria-disabled' | 'aria-busy' | 'aria-describedby'
  >
}
