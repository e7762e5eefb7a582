import { Auth0Provider, useAuth0, type Auth0ContextInterface } from '@auth0/auth0-react'
import { Auth0Client } from '@auth0/auth0-spa-js'
import { render } from '@testing-library/react'
import { readMfaRequired } from 'react-recovery-login'
import { expect, test } from 'vitest'
import { canaries } from '../canaries.ts'
import { json, serve } from '../serve.ts'
import { proves } from './runs.ts'

const { mfaToken } = canaries
const body = {
  error: 'mfa_required',
  error_description: 'Multifactor authentication required',
  mfa_token: mfaToken,
  mfa_requirements: { challenge: [{ type: 'otp' }, { type: 'recovery-code' }] },
}
const exchange = { subject_token: 'legacy', subject_token_type: 'urn:example:legacy' }

function renderProvider(domain: string): Auth0ContextInterface {
  let auth0: Auth0ContextInterface | undefined
  function Probe() {
    auth0 = useAuth0()
    return null
  }
  render(
    <Auth0Provider domain={domain} clientId="spa">
      <Probe />
    </Auth0Provider>,
  )
  if (auth0 === undefined) throw new Error('Nothing was rendered.')
  return auth0
}

type SignIn = (domain: string) => Promise<unknown>

const calls: readonly (readonly [call: string, signIn: SignIn])[] = [
  [
    'auth0-spa-js: loginWithCustomTokenExchange',
    (domain) => new Auth0Client({ domain, clientId: 'spa' }).loginWithCustomTokenExchange(exchange),
  ],
  [
    'auth0-react: loginWithCustomTokenExchange',
    (domain) => renderProvider(domain).loginWithCustomTokenExchange(exchange),
  ],
]

test.for(calls)('F16 reads what %s throws', async ([, signIn], context) => {
  const { origin } = await serve(json(body, 403))
  const thrown = await signIn(origin).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(Error)
  expect(readMfaRequired(thrown)).toStrictEqual({ mfaToken, challenge: ['otp', 'recovery-code'] })
  proves(context, 'N9', `${calls.length} calls of the real SDKs in a page`)
})
