import { createSignInCookie, readMfaRequired } from 'react-recovery-login/server'

/** Read on request: the build has no secrets. */
const setting = (name: string): string => process.env[name] ?? ''

/** The server's OAuth client: options for the handler. */
export const client = () => ({
  domain: setting('AUTH_DOMAIN'),
  clientId: setting('AUTH_CLIENT_ID'),
  clientSecret: setting('AUTH_CLIENT_SECRET'),
})

/** The mfa token, kept out of the page. */
export const signIn = createSignInCookie({ secret: () => setting('SIGN_IN_SECRET') })

/** Sends the password. Returns a handle for the page, and its headers. */
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

/** Whose access token it is. */
export async function readAccount(accessToken: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}` }
  return (await fetch(`${client().domain}/userinfo`, { headers })).json()
}
