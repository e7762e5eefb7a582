import { readPasswordAnswer } from './read-password-answer.ts'
import type { SignIn } from './sign-in.ts'

/** Recommended: the page's own server holds the client secret, keeps the tokens, and sets the cookies. */
export function signInThroughServer(): SignIn {
  return {
    transport: { endpoint: '/login/recovery-code' },
    held: true,
    sendPassword: async (email, password) =>
      readPasswordAnswer(await post('/login/password', { email, password })),
    enrol: (mfaToken) => post('/login/enrol', { mfaToken }),
    keep: () => {},
    account: async () => (await (await fetch('/me')).json()).account,
    signOut: async () => void (await fetch('/logout', { method: 'POST' })),
  }
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
