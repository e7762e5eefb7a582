import { expectShown } from '../support/expect-shown.ts'
import { openLoginPage, type LoginPage } from '../support/login-page.ts'

export const ACCOUNT = 'usual@example.com'

/** Signs in with the recovery code until the new one is on screen. */
export async function signInToCapture(login: LoginPage): Promise<string> {
  await login.signIn(ACCOUNT)
  await expectShown(login.heading('Save your new recovery code'))
  return login.readNewCode()
}

/** The demo's login page with an unsaved new code. */
export async function openCapture(): Promise<{ login: LoginPage; code: string }> {
  const login = await openLoginPage('handler')
  return { login, code: await signInToCapture(login) }
}
