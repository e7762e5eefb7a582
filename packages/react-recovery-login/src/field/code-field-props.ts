import { privateProps, type PrivateProps } from './private-props.ts'

/** The attributes that a field for a recovery code carries. */
export interface CodeFieldProps extends PrivateProps {
  readonly type: 'text'
  readonly autoComplete: 'off'
  readonly autoCapitalize: 'characters'
  readonly autoCorrect: 'off'
  readonly spellCheck: false
  readonly inputMode: 'text'
  readonly dir: 'ltr'
  readonly lang: 'en'
  readonly 'data-1p-ignore': ''
  readonly 'data-lpignore': 'true'
  readonly 'data-bwignore': ''
  readonly 'data-form-type': 'other'
}

/**
 * The attributes of a field that takes a recovery code.
 *
 * No `name`, so that a form submitted before hydration carries nothing. No `maxlength`, or a paste with dashes would be
 * cut. `autocomplete` is off rather than `one-time-code`, which offers the code from a text message; never
 * `type="password"`, which offers to overwrite the saved password. Password managers are asked not to save it: it is
 * dead in a moment.
 *
 * @see WCAG 2.2 SC 3.3.8 Accessible Authentication (paste always works)
 */
export const codeFieldProps: CodeFieldProps = {
  ...privateProps,
  type: 'text',
  autoComplete: 'off',
  autoCapitalize: 'characters',
  autoCorrect: 'off',
  spellCheck: false,
  inputMode: 'text',
  dir: 'ltr',
  // The capitals are CSS, and on a Turkish page it makes İ of an i.
  lang: 'en',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
}
