import { createSignInCookie, readMfaRequired } from 'react-recovery-login/server'

/** Read at a request: the build has no secret. */
const setting = (name: string): string => process.env[name] ?? ''

/** What the server is to the OAuth server: options of the handler. */
export const client = () => ({
  domain: setting('AUTH_DOMAIN'),
  clientId: setting('AUTH_CLIENT_ID'),
  clientSecret: setting('AUTH_CLIENT_SECRET'),
})

/** The mfa token, kept out of the page. */
export const signIn = createSignInCookie({ secret: () => setting('SIGN_IN_SECRET') })

/** Sends the password. Gives a handle for the page, and the headers that go with it. */
export async function sendPassword(request: Parameters<typeof signIn.start>[1]) {
  const { domain, clientId, clientSecret } = client()
  const answer = await fetch(`${domain}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: clientId,
      client_secret: clientSecret,
      username: 'usual@example.com',
      password: 'demo-password',
      scope: 'openid email',
    }),
  })
  const mfa = readMfaRequired(await answer.json())
  if (mfa === undefined) throw new Error('No second factor was asked for.')
  return signIn.start(mfa, request)
}

/** Who an access token is of. */
export async function readAccount(accessToken: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}` }
  return (await fetch(`${client().domain}/userinfo`, { headers })).json()
}
