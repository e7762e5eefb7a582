import type { RecoveryCodeChallengePart } from 'react-recovery-login'

/** Each part that takes a class; the compiler reports a missing one. */
const parts: Record<RecoveryCodeChallengePart, true> = {
  root: true,
  panel: true,
  form: true,
  header: true,
  heading: true,
  lead: true,
  field: true,
  label: true,
  input: true,
  reveal: true,
  hint: true,
  alert: true,
  actions: true,
  advice: true,
  submit: true,
  'ways-out': true,
  'try-another': true,
  'code-missing': true,
  support: true,
  notice: true,
  'code-card': true,
  'code-meta': true,
  code: true,
  'code-group': true,
  'code-note': true,
  'show-code': true,
  confirmation: true,
  save: true,
  'save-lead': true,
  'save-actions': true,
  'save-action': true,
  status: true,
  gate: true,
  'checkbox-row': true,
  checkbox: true,
  error: true,
  continue: true,
  message: true,
  steps: true,
  step: true,
  waiting: true,
  'check-again': true,
  retry: true,
  'enter-again': true,
  'start-again': true,
}

export const partsWithClass = Object.keys(parts) as RecoveryCodeChallengePart[]

/** `classNames` with a class for every part. */
export function classEveryPart(
  classOf: (part: RecoveryCodeChallengePart) => string,
): Record<RecoveryCodeChallengePart, string> {
  const entries = partsWithClass.map((part) => [part, classOf(part)] as const)
  return Object.fromEntries(entries) as Record<RecoveryCodeChallengePart, string>
}
