import type { Fault } from '#test/fault-server/fault-server.ts'
import { answerWith } from '#test/fault-server/faults.ts'
import type { SignIn } from './sign-in.ts'

const refuse = answerWith(403, {
  error: 'invalid_grant',
  error_description: 'MFA Authorization rejected.',
})

/** The connection breaks on demand, before the server does anything. */
function breakLater(): { readonly fault: Fault; readonly breakOff: () => void } {
  let breakOff = () => {}
  const told = new Promise<void>((resolve) => (breakOff = resolve))
  return { fault: ({ request }) => void told.then(() => request.socket.destroy()), breakOff }
}

/**
 * One sign-in with everything that can happen: the code typed key by key and refused, the answer lost, the same code
 * again, the new one copied, downloaded and retyped, the end, another page.
 *
 * @param look Called in each step.
 */
export async function walk(
  signIn: SignIn,
  look: (step: string) => Promise<unknown>,
  through: 'handler' | 'direct' = 'direct',
): Promise<void> {
  const { page, site } = signIn
  await signIn.begin({ through, confirmBy: 'retype' })
  await signIn.code.pressSequentially(site.server.code)
  await look('prompt')

  site.server.fault = refuse
  await signIn.button('Continue').click()
  await page.getByText('That code was not accepted').waitFor()
  await look('refused')

  const { fault, breakOff } = breakLater()
  site.server.fault = fault
  await signIn.button('Continue').click()
  await signIn.button('Checking your code…').waitFor()
  await look('verifying')
  breakOff()
  await signIn.heading('We did not get an answer').waitFor()
  await look('unknown')

  site.server.fault = undefined
  await signIn.button('Try the same code once more').click()
  await signIn.heading('Save your new recovery code').waitFor()
  await look('new code')
  const downloaded = page.waitForEvent('download')
  await signIn.button('Copy code').click()
  await signIn.button('Download').click()
  await downloaded
  await page.getByLabel('Enter the new code from your copy').pressSequentially(site.server.code)
  await look('entered again')
  await signIn.button('Continue').click()
  await signIn.heading('You are signed in').waitFor()
  await look('complete')
  await signIn.leave()
  await look('another page')
}
