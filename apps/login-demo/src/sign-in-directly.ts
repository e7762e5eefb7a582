import type { TokenSet } from 'react-recovery-login'
import { readPasswordAnswer } from './read-password-answer.ts'
import type { SignIn } from './sign-in.ts'

/** A public client without its own server. The tokens stay in this closure, so a reload signs out. */
export function signInDirectly(authServer: string, clientId: string): SignIn {
  let tokens: TokenSet | undefined
  return {
    transport: { domain: authServer, clientId },
    held: false,
    sendPassword: async (email, password) =>
      readPasswordAnswer(
        await fetch(new URL('/oauth/token', authServer), {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'password',
            client_id: clientId,
            username: email,
            password,
            scope: 'openid email',
          }),
        }),
      ),
    enrol: (mfaToken) =>
      fetch(new URL('/mfa/associate', authServer), {
        method: 'POST',
        headers: { authorization: `Bearer ${mfaToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ authenticator_types: ['otp'] }),
      }),
    keep: (received) => {
      tokens = received
    },
    async account() {
      if (tokens === undefined) return null
      const headers = { authorization: `Bearer ${tokens.access_token}` }
      const response = await fetch(new URL('/userinfo', authServer), { headers })
      if (!response.ok) throw new Error(`The OAuth server answered ${response.status}.`)
      return (await response.json()).email
    },
    async signOut() {
      tokens = undefined
    },
  }
}
