import type { CodeFieldProps } from '../field/code-field-props.ts'
import type { DropCodeProps, PasteCodeProps } from '../field/take-code.ts'
import type { ElementProps } from '../parts/element-props.ts'
import type { FormMessage } from './form-message.ts'

/** Props to spread on the form's elements; the markup is yours. */
export interface RecoveryCodeFormBehaviour {
  readonly formProps: ElementProps<'form', 'method' | 'noValidate' | 'onSubmit'>
  readonly labelProps: ElementProps<'label', 'htmlFor'>
  /** For an element around the input: text or a saved file dropped on it goes into its first input. */
  readonly fieldProps: DropCodeProps
  readonly inputProps: CodeFieldProps &
    PasteCodeProps &
    ElementProps<
      'input',
      'ref' | 'id' | 'onChange' | 'readOnly' | 'enterKeyHint' | 'aria-invalid' | 'aria-describedby'
    >
  /** Its text and `data-rrl-state` (`typing`, `complete`) are written without a render, so give it no children. */
  readonly counterProps: ElementProps<'span', 'ref'>
  readonly hintProps: ElementProps<'p', 'id'>
  /** For the element with `message`. */
  readonly messageProps: ElementProps<'div', 'id' | 'role'>
  readonly message: FormMessage | undefined
  /** Minutes and seconds, `5:42`, while sending is refused. */
  readonly countdown: string | undefined
  /** For a polite live region that is always mounted; never contains a code. */
  readonly announcement: string
  readonly submitProps: ElementProps<
    'button',
    'type' | 'aria-disabled' | 'aria-busy' | 'aria-describedby'
  >
  /** Sends what was held back and focuses the field, since the message and its button unmount. */
  readonly sendAnyway: () => void
  /** Whether what is typed is hidden. */
  readonly concealed: boolean
  /** Its label toggles, so it needs no aria-pressed. */
  readonly revealProps: ElementProps<'button', 'type' | 'onClick'>
}
