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
 *
 * A handler with held answers (pass `endpoint`): `held` (the same code again gets the same answer, as after a reload),
 * `lost-found` (the answer is lost, the page's look finds it), `lost-looking` (every look is told to come back later),
 * `lost-not-found` (nothing is held: the code is spent, and refused when it is sent once more).
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
  | HeldScenarioName

/** Of a handler with held answers. */
export type HeldScenarioName = 'held' | 'lost-found' | 'lost-looking' | 'lost-not-found'
