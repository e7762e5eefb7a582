import { privateProps, type PrivateProps } from './private-props.ts'

/** The type of {@link codeFieldProps}. */
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
 * The attributes of a recovery-code field.
 *
 * No `name`, so a form submitted before hydration sends nothing. No `maxlength`, which would cut a paste with dashes.
 * `autocomplete` is off rather than `one-time-code`, which offers the code from a text message; never
 * `type="password"`, which offers to overwrite the saved password. Password managers are asked not to save it: it is
 * about to be used.
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
  // The capitals are CSS, which on a Turkish page turns i into İ.
  lang: 'en',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
}
