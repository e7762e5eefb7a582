import { describe, expect, it } from 'vitest'
import { transports, type Transport } from './support/challenge-page.ts'
import { expectAbsent, expectShown } from './support/expect-shown.ts'
import { openLoginPage, type LoginPage } from './support/login-page.ts'

/** Each account: what the person sees, and where it leads. */
describe.each([
  ['duo@example.com', 'This account confirms sign-ins with Duo'],
  ['google-authenticator@example.com', 'No recovery code was ever made for this account.'],
  ['feature-off@example.com', 'No recovery code was ever made for this account.'],
])('%s, which has no recovery code', (email, reason) => {
  it.each(transports)('is asked for none: %s', async (transport) => {
    const login = await openLoginPage(transport)
    await login.givePassword(email)
    await expectShown(login.heading('Recovery codes don’t work for this account'))
    await expectShown(login.text(reason))
    await expectAbsent(login.code)
    await login.button('Try another way').click()
    await expectShown(login.heading('Sign in another way'))
    expect(login.tokenEndpoint.recoveries).toHaveLength(0)
  })
})

it.each(transports)(
  'rotation off: signed in, and told that there is no new code: %s',
  async (to) => {
    const login = await signInAs('no-rotation@example.com', to)
    await expectShown(login.heading('You are signed in'))
    await expectShown(login.text('No new recovery code was made this time.'))
    await login.button('Continue').click()
    await expectShown(login.text('You are signed in as no-rotation@example.com.'))
  },
)

it.each(transports)('an expired mfa token: starts again with the password: %s', async (to) => {
  const login = await signInAs('expires-at-once@example.com', to)
  await expectShown(login.heading('This sign-in took too long'))
  await expectShown(
    login.text('As far as we know, your recovery code was not used up, so keep it.'),
  )
  await login.button('Start again').click()
  await expectShown(login.heading('Sign in'))
})

it.each(transports)('another factor next: continues with it: %s', async (transport) => {
  const login = await signInAs('another-factor@example.com', transport)
  await expectShown(login.heading('One more step'))
  await login.button('Go to the next step').click()
  await expectShown(login.heading('Confirm the next step'))
})

it.each(transports)('denied after the code: says that it may be used: %s', async (transport) => {
  const login = await signInAs('denied@example.com', transport)
  await expectShown(login.heading('You could not be signed in'))
  await expectShown(login.text('so the code may be used up'))
})

it.each(transports)(
  'a client whose grant is not enabled: not the person’s mistake: %s',
  async (to) => {
    const login = await openLoginPage(
      to,
      to === 'direct' ? { client: 'no-grant' } : { webClient: 'web-no-grant' },
    )
    await login.signIn('usual@example.com')
    await expectShown(login.text('Something on our side is not set up right.'))
    await expectAbsent(login.code)
  },
)

async function signInAs(email: string, transport: Transport): Promise<LoginPage> {
  const login = await openLoginPage(transport)
  await login.signIn(email)
  return login
}
