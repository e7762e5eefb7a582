import { Auth0Client } from '@auth0/nextjs-auth0/server'

/** The SDK takes a host name alone, and no address with a port. The auth server speaks as this one (package.json). */
const TENANT = 'tenant.example.com'

let client: Auth0Client | undefined

/** At the first request: the build has no secret. */
export function auth0(): Auth0Client {
  return (client ??= new Auth0Client({
    domain: TENANT,
    clientId: process.env.AUTH_CLIENT_ID,
    clientSecret: process.env.AUTH_CLIENT_SECRET,
    secret: process.env.SIGN_IN_SECRET,
    allowInsecureRequests: true,
    customFetch: reachAuthServer,
  }))
}

/** Where the tenant would be. It knows the password grant alone, which stands for a one-time password and for a refresh. */
const reachAuthServer: typeof fetch = (input, init) => {
  const url = String(input).replace(`https://${TENANT}`, process.env.AUTH_DOMAIN ?? '')
  const form = new URLSearchParams(init?.body instanceof URLSearchParams ? init.body : undefined)
  if (!form.has('otp') && !form.has('refresh_token')) return fetch(url, init)
  form.set('grant_type', 'password')
  form.set('username', 'usual@example.com')
  form.set('password', 'demo-password')
  return fetch(url, { ...init, body: form })
}
