import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recoveryCodeScenario } from 'react-recovery-login/mocks'
import {
  listAuthenticators,
  RecoveryCodeError,
  verifyRecoveryCode,
} from 'react-recovery-login/protocol'
import { createRecoveryCodeHandler } from 'react-recovery-login/server'

type Options = Readonly<Record<string, undefined>>

const direct = { domain: 'tenant.eu.auth0.com', clientId: 'client-1' }
const endpoint = 'https://app.example/login'
const recoveryCode = 'H4TZ8MPW6RKC2VXN9JQB7SGD'
const answer = { access_token: 'token', token_type: 'Bearer', recovery_code: 'NEW' }
const sent = vi.fn<(url: string, form: string, credentials: string) => void>()

beforeEach(() => {
  sent.mockClear()
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    sent(String(url), String(init.body), String(init.credentials))
    return Response.json(init.method === 'POST' ? answer : [])
  })
})
afterEach(() => vi.unstubAllGlobals())

async function handled(none: Options): Promise<string> {
  const handler = createRecoveryCodeHandler({
    ...{ ...direct, clientSecret: 'secret', onTokens: () => {} },
    ...none,
  })
  const body = new URLSearchParams({
    grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
    mfa_token: 'token',
    recovery_code: recoveryCode,
  })
  const headers = { origin: 'https://app.example' }
  const response = await handler(new Request(endpoint, { method: 'POST', headers, body }))
  return response.text()
}

const verified = (transport: object, none: Options = {}) =>
  verifyRecoveryCode({
    transport: { ...direct, ...transport },
    ...{ mfaToken: 'token', recoveryCode, ...none },
  })

/** What is called with explicitly undefined options. */
const table: Readonly<Record<string, readonly [(none: Options) => unknown, ...names: string[]]>> = {
  verifyRecoveryCode: [(none) => verified({}, none), 'format', 'now'],
  'a direct transport': [(none) => verified(none), 'endpoint', 'credentials', 'fetch'],
  'a transport to a handler': [
    (none) =>
      verifyRecoveryCode({ transport: { endpoint, ...none }, mfaToken: 'token', recoveryCode }),
    ...['domain', 'clientId', 'fetch'],
  ],
  listAuthenticators: [
    (none) => listAuthenticators({ domain: direct.domain, mfaToken: 'token', ...none }),
    'fetch',
  ],
  RecoveryCodeError: [
    (none) => new RecoveryCodeError('network', none).toJSON(),
    ...['status', 'oauthError', 'retryAfter', 'message'],
  ],
  createRecoveryCodeHandler: [
    handled,
    ...['clientAssertion', 'resolveMfaToken', 'allowedOrigins', 'maxInFlight'],
    ...['clientAddress', 'onEvent', 'fetch'],
  ],
  recoveryCodeScenario: [
    (none) => recoveryCodeScenario('success', none).transport,
    ...['domain', 'endpoint', 'clientId', 'delay'],
  ],
}

it.each(Object.entries(table))(
  'L17 %s treats an undefined option as absent',
  async (_, [make, ...names]) => {
    const without = [await make({}), ...sent.mock.calls]
    sent.mockClear()
    const none = Object.fromEntries(names.map((name) => [name, undefined]))
    expect([await make(none), ...sent.mock.calls]).toEqual(without)
  },
)
