import type { ComponentProps } from 'react'
import type { CodeFieldProps } from '../field/code-field-props.ts'
import type { DropCodeProps, PasteCodeProps } from '../field/take-code.ts'
import type { FormMessage } from './form-message.ts'

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
