import { readPasswordAnswer } from './read-password-answer.ts'
import type { SignIn } from './sign-in.ts'

/** Recommended: the page's own server holds the client secret, keeps the tokens and sets a session cookie. */
export function signInThroughServer(): SignIn {
  return {
    transport: { endpoint: '/login/recovery-code' },
    sendPassword: async (email, password) =>
      readPasswordAnswer(
        await fetch('/login/password', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email, password }),
        }),
      ),
    keep: () => {},
    account: async () => (await (await fetch('/me')).json()).account,
    signOut: async () => void (await fetch('/logout', { method: 'POST' })),
  }
}
