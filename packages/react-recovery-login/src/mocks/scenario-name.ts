/**
 * One for each way a login with a recovery code can end.
 *
 * The code is checked and spent: `success`, `no-new-code` (the tenant does not rotate), `slow`, `denied` (an Action
 * refuses after the check), `cut-off` (the answer breaks off after the new code), `empty` (the answer is lost: the code
 * is spent and the 200 is empty, so the same code is refused the second time).
 *
 * The same for any code: `wrong-code`, `rate-limited` (six minutes), `expired`, `another-factor`, `not-enabled`,
 * `not-sent` (your handler refuses the request), `server-error` (503), `html` (200 with a page), `network-down`,
 * `never-answers`.
 */
export type ScenarioName =
  | 'success'
  | 'no-new-code'
  | 'wrong-code'
  | 'rate-limited'
  | 'expired'
  | 'another-factor'
  | 'denied'
  | 'not-enabled'
  | 'not-sent'
  | 'server-error'
  | 'html'
  | 'empty'
  | 'cut-off'
  | 'network-down'
  | 'never-answers'
  | 'slow'
