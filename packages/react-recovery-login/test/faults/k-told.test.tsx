import { expect, it, test } from 'vitest'
import { open, settle, signIn, submitCode } from './harness.tsx'
import { proves } from './runs.ts'

const refused = { outcome: 'refused', rotated: false, unchanged: false, late: false }

test.for([
  [
    'K32 a page of a foreign origin',
    403,
    { error: 'invalid_request', not_sent: 'foreign-origin' },
    { code: 'not-sent', status: 403, reason: 'foreign-origin' },
  ],
  [
    'K33 a handler without its secret',
    500,
    { error: 'invalid_request', not_sent: 'misconfigured' },
    { code: 'not-sent', status: 500, reason: 'misconfigured' },
  ],
  ['K32 a missing route', 404, '<h1>Not found</h1>', { code: 'not-enabled', status: 404 }],
] as const)('%s: the host learns why', async ([, status, answer, details], test) => {
  const { wire, page, events } = signIn()
  const on = open(page())
  await submitCode(on)
  wire.answer(typeof answer === 'string' ? answer : JSON.stringify(answer), { status })
  await settle()
  expect(events).toEqual([{ type: 'submitted' }, { type: 'answered', ...refused, ...details }])
  expect(on.container).not.toHaveTextContent(/may be used/i)
  proves(test, 'N3', '1 refusal → status and reason')
})

it('K32 after a lost answer, it says only that this attempt used nothing', async () => {
  const { wire, page } = signIn()
  const on = open(page())
  await submitCode(on)
  wire.cut()
  await settle()
  on.press('retry')
  wire.answer({ error: 'invalid_request', not_sent: 'foreign-origin' }, { status: 403 })
  await settle()
  expect(on.container).toHaveTextContent('this try did not use up your code')
})

it.each([
  [{ mfa_token: 'dW5ndWVzc2FibGUtMTZieQ' }, 'Go to the next step'],
  [{}, 'Start again'],
])('K34 another factor, with next %j, offers: %s', async (next, action) => {
  const { wire, page } = signIn({ onStartAgain: () => undefined })
  const on = open(page())
  await submitCode(on)
  wire.answer({ error: 'mfa_required', ...next }, { status: 403 })
  await settle()
  expect(on.get('start-again')).toHaveTextContent(action)
})
