import { AuthClient } from '@auth0/auth0-auth-js'
import { MfaRequiredError, OAuth2Error } from '@auth0/nextjs-auth0/errors'
import { AuthenticationClient } from 'auth0/legacy'
import { readMfaRequired } from 'react-recovery-login/protocol'
import { expect, it, test } from 'vitest'
import { canaries } from '../canaries.ts'
import { serve } from '../serve.ts'
import { proves } from './runs.ts'

const { mfaToken, clientSecret } = canaries
const mfa_requirements = { challenge: [{ type: 'otp' }, { type: 'recovery-code' }] }
const body = {
  error: 'mfa_required',
  error_description: 'Multifactor authentication required',
  mfa_token: mfaToken,
  mfa_requirements,
}
const found = { mfaToken, challenge: ['otp', 'recovery-code'] }
const person = { username: 'anna@example.com', password: 'p' }

/** The SDKs take only a host, and prefix it with https. */
const overHttp: typeof fetch = (input, init) =>
  fetch(String(input instanceof Request ? input.url : input).replace('https:', 'http:'), init)

/** A tenant on loopback that requires another factor for each sign-in. */
async function startTenant(): Promise<string> {
  const { origin } = await serve((response, { url, headers }) => {
    const issuer = `https://${headers.host}/`
    const found = url?.startsWith('/.well-known/')
    const answer = found ? { issuer, token_endpoint: `${issuer}oauth/token` } : body
    response.writeHead(found ? 200 : 403, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })
  return new URL(origin).host
}

type SignIn = (domain: string) => Promise<unknown>
const client = { clientId: 'web', clientSecret }

const calls: readonly (readonly [call: string, signIn: SignIn])[] = [
  [
    'auth0: oauth.passwordGrant',
    (domain) =>
      new AuthenticationClient({ ...client, domain, fetch: overHttp }).oauth.passwordGrant(person),
  ],
  [
    'auth0: passwordless.loginWithEmail',
    (domain) =>
      new AuthenticationClient({ ...client, domain, fetch: overHttp }).passwordless.loginWithEmail({
        email: person.username,
        code: '123456',
      }),
  ],
  [
    'auth0-auth-js: getTokenByPassword',
    (domain) =>
      new AuthClient({ ...client, domain, customFetch: overHttp }).getTokenByPassword(person),
  ],
  [
    'auth0-auth-js: exchangeToken',
    (domain) =>
      new AuthClient({ ...client, domain, customFetch: overHttp }).exchangeToken({
        subjectTokenType: 'urn:example:legacy',
        subjectToken: 'legacy',
        audience: 'https://api.example.com',
      }),
  ],
]

test.for(calls)('F15 reads what %s throws', async ([, signIn], context) => {
  const domain = await startTenant()
  const thrown = await signIn(domain).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Error)
  expect(readMfaRequired(thrown)).toStrictEqual(found)
  proves(context, 'N9', `${calls.length} calls of the real SDKs on servers`)
})

/** As `@auth0/nextjs-auth0` throws it for a refused refresh or passkey; calling it needs Next. */
const sealed = new MfaRequiredError(
  body.error_description,
  mfaToken,
  mfa_requirements,
  new OAuth2Error({ code: body.error, message: body.error_description }),
)

it.each([
  ['its error', sealed],
  ['the answer of its route', JSON.parse(JSON.stringify(sealed))],
])('F15 nextjs-auth0: reads %s, whose token the SDK has sealed', (_what, thrown) => {
  expect(readMfaRequired(thrown)).toStrictEqual(found)
})
