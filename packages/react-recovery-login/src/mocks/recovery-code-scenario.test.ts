import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { refusal as wrong } from '#test/faults/wire.ts'
import { listAuthenticators } from '../protocol/list-authenticators.ts'
import { verifyRecoveryCode } from '../protocol/verify-recovery-code.ts'
import {
  recoveryCodeScenario,
  type Scenario,
  type ScenarioOptions,
} from './recovery-code-scenario.ts'
import type { ScenarioName } from './scenario-name.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  server.resetHandlers()
  vi.useRealTimers()
})
afterAll(() => server.close())

const ENDPOINT = 'https://app.example.com/login/recovery-code'
const GRANT = 'http://auth0.com/oauth/grant-type/mfa-recovery-code'
const FORM = 'application/x-www-form-urlencoded'

function use(name: ScenarioName, options?: ScenarioOptions): Scenario {
  const scenario = recoveryCodeScenario(name, options)
  server.use(...scenario.handlers)
  return scenario
}

/** Sends the code as the kit does. */
function login({ transport, mfaToken, recoveryCode }: Scenario, code = recoveryCode) {
  return verifyRecoveryCode({ transport, mfaToken, recoveryCode: code })
}

/** Posts the form of a direct login by hand, with changes. */
function post(scenario: Scenario, changes: Record<string, string | undefined> = {}, more = '') {
  const form = new URLSearchParams({
    grant_type: GRANT,
    client_id: 'example-client',
    mfa_token: scenario.mfaToken,
    recovery_code: scenario.recoveryCode,
  })
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) form.delete(name)
    else form.set(name, value)
  return fetch('https://tenant.example.com/oauth/token', {
    method: 'POST',
    body: form.toString() + more,
    headers: { 'content-type': FORM },
  })
}

describe('each scenario, on the wire and as the kit reads it', () => {
  type Row = [ScenarioName, status: number, body: unknown, verification: object]
  const refused = (code: string, more = {}) => ({ outcome: 'refused', error: { code, ...more } })
  const unknown = (code: string) => ({ outcome: 'unknown', error: { code } })
  const tokens = {
    access_token: expect.any(String),
    id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.$/),
    scope: 'openid profile',
    expires_in: 86400,
    token_type: 'Bearer',
  }
  const newRecoveryCode = expect.stringMatching(/^[1-9A-Z]{24}$/)
  const success = { ...tokens, recovery_code: newRecoveryCode }
  const verified = { outcome: 'verified', tokens, newRecoveryCode }

  test.each<Row>([
    ['success', 200, success, verified],
    ['slow', 200, success, verified],
    ['no-new-code', 200, tokens, { outcome: 'verified', tokens }],
    ['wrong-code', 403, wrong, refused('code-rejected')],
    [
      'rate-limited',
      429,
      { error: 'too_many_attempts' },
      refused('rate-limited', { retryAfter: 360_000 }),
    ],
    [
      'expired',
      401,
      { error: 'expired_token', error_description: 'mfa_token is expired' },
      refused('sign-in-expired'),
    ],
    [
      'another-factor',
      403,
      {
        error: 'mfa_required',
        error_description: 'Multifactor authentication required',
        mfa_token: expect.stringMatching(/^Fe26\.2\*/),
        mfa_requirements: { challenge: [{ type: 'otp' }] },
      },
      { ...refused('another-factor'), next: { mfaToken: expect.any(String), challenge: ['otp'] } },
    ],
    [
      'denied',
      403,
      { error: 'access_denied', error_description: expect.any(String) },
      refused('access-denied', { codeMayBeSpent: true }),
    ],
    ['not-enabled', 403, { error: 'unauthorized_client' }, refused('not-enabled')],
    ['server-error', 503, { error: 'temporarily_unavailable' }, unknown('server-error')],
  ])('%s', async (name, status, body, verification) => {
    const response = await post(use(name, { delay: 0 }))
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toEqual(body)
    expect(await login(use(name, { delay: 0 }))).toMatchObject(verification)
  })

  it('html: a page with status 200', async () => {
    const response = await post(use('html'))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html'])
    expect(await response.text()).toMatch(/^<!doctype html>/)
    expect(await login(use('html'))).toMatchObject(unknown('invalid-response'))
  })

  it('empty: the code is spent and nothing comes back', async () => {
    const response = await post(use('empty'))
    expect([response.status, await response.text()]).toEqual([200, ''])
    const scenario = use('empty')
    expect(await login(scenario)).toMatchObject(unknown('invalid-response'))
    expect(await login(scenario)).toMatchObject(refused('code-rejected'))
  })

  it('cut-off: breaks off after the new code', async () => {
    const scenario = use('cut-off')
    const response = await post(scenario)
    const reader = response.body!.getReader()
    const first = new TextDecoder().decode((await reader.read()).value)
    expect(first).toMatch(new RegExp(`"recovery_code":"${scenario.newRecoveryCode}"$`))
    await expect(reader.read()).rejects.toThrow(/terminated|cut off/)
    expect(await login(use('cut-off'))).toMatchObject({ outcome: 'unfinished', newRecoveryCode })
  })

  it('network-down: no answer, and the request is over', async () => {
    await expect(post(use('network-down'))).rejects.toThrow(TypeError)
    expect(await login(use('network-down'))).toMatchObject(unknown('network'))
  })

  it('never-answers: no answer, and the request stays open', async () => {
    const settled = vi.fn<() => void>()
    const scenario = use('never-answers')
    void login(scenario).finally(settled)
    await vi.waitUntil(() => scenario.requests.length === 1)
    await expect(post(use('server-error'))).resolves.toHaveProperty('status', 503)
    expect(settled).not.toHaveBeenCalled()
  })
})

describe('behind a handler', () => {
  test.each<[ScenarioName, object]>([
    ['success', { recovery_code: expect.any(String), session: true }],
    ['no-new-code', { session: true }],
    ['wrong-code', wrong],
  ])('%s is posted to the endpoint, without a client id', async (name, body) => {
    const scenario = use(name, { endpoint: ENDPOINT })
    const form = new URLSearchParams({
      grant_type: GRANT,
      mfa_token: scenario.mfaToken,
      recovery_code: scenario.recoveryCode,
    })
    const response = await fetch(ENDPOINT, { method: 'POST', body: form })
    expect(await response.json()).toEqual(body)
    expect(scenario.requests.map(String)).toEqual([String(form)])
  })

  it('the new code comes first and there are no tokens', async () => {
    const scenario = use('success', { endpoint: ENDPOINT })
    expect(scenario.transport).toEqual({ endpoint: ENDPOINT })
    const { newRecoveryCode } = scenario
    expect(await login(scenario)).toEqual({ outcome: 'verified', newRecoveryCode })
  })

  it('a client id is refused', async () => {
    const scenario = use('success', { endpoint: ENDPOINT })
    const { mfaToken, recoveryCode } = scenario
    const form = {
      grant_type: GRANT,
      client_id: 'x',
      mfa_token: mfaToken,
      recovery_code: recoveryCode,
    }
    const response = await fetch(ENDPOINT, { method: 'POST', body: new URLSearchParams(form) })
    expect(response.status).toBe(400)
  })
})

describe('any other request is refused, and spends nothing', () => {
  const url = 'https://tenant.example.com/oauth/token'
  const invalid = [400, 'invalid_request'] as const

  test.each<[what: string, request: RequestInit | undefined, status: number]>([
    ['a GET', undefined, 405],
    ['a PUT', { method: 'PUT', body: new URLSearchParams() }, 405],
    ['no content type', { method: 'POST', body: new Uint8Array(3) }, 415],
    ['an empty form', { method: 'POST', body: new URLSearchParams() }, 400],
  ])('%s', async (_what, request, status) => {
    await expectRefused(use('success'), await fetch(url, request), status, 'invalid_request')
  })

  it('JSON', async () => {
    const scenario = use('success')
    const body = `{"mfa_token":"${scenario.mfaToken}"}`
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', body, headers })
    await expectRefused(scenario, response, 415, 'invalid_request')
  })

  type Changes = Parameters<typeof post>[1] | ((scenario: Scenario) => Parameters<typeof post>[1])
  test.each<[what: string, changes: Changes, status: number, error: string]>([
    ['no grant type', { grant_type: undefined }, ...invalid],
    [
      'another grant type',
      { grant_type: GRANT.replace('http:', 'https:') },
      400,
      'unsupported_grant_type',
    ],
    ['no client', { client_id: undefined }, ...invalid],
    ['another client', { client_id: 'other' }, 401, 'invalid_client'],
    ['no mfa token', { mfa_token: undefined }, ...invalid],
    [
      'a garbled mfa token',
      ({ mfaToken }) => ({ mfa_token: `${mfaToken}x` }),
      403,
      'invalid_grant',
    ],
    ['no code', { recovery_code: undefined }, ...invalid],
    ['an empty code', { recovery_code: '' }, ...invalid],
    [
      'another code',
      ({ newRecoveryCode }) => ({ recovery_code: newRecoveryCode }),
      403,
      'invalid_grant',
    ],
    [
      'the code in lower case',
      ({ recoveryCode }) => ({ recovery_code: recoveryCode.toLowerCase() }),
      403,
      'invalid_grant',
    ],
    ['a client secret', { client_secret: 's3cret' }, ...invalid],
    ['a scope', { scope: 'openid' }, ...invalid],
  ])('%s', async (_what, changes, status, error) => {
    const scenario = use('success')
    const form = typeof changes === 'function' ? changes(scenario) : changes
    await expectRefused(scenario, await post(scenario, form), status, error)
  })

  it.each(['recovery_code', 'client_id'])('the %s twice', async (name) => {
    const scenario = use('success')
    const twice = `&${name}=${name === 'client_id' ? 'other' : scenario.recoveryCode}`
    await expectRefused(scenario, await post(scenario, {}, twice), ...invalid)
  })

  async function expectRefused(
    scenario: Scenario,
    response: Response,
    status: number,
    error: string,
  ) {
    const body = (await response.json()) as Record<string, string>
    expect([response.status, body['error']]).toEqual([status, error])
    expect(JSON.stringify(body)).not.toContain('s3cret')
    expect((await post(scenario)).status).toBe(200)
  }

  it('names what is wrong', async () => {
    const scenario = use('success')
    const response = await post(scenario, { client_id: undefined, recovery_code: undefined })
    expect(await response.json()).toMatchObject({
      error_description: 'Missing required parameter: recovery_code, client_id',
    })
  })

  test.each<ScenarioName>(['wrong-code', 'rate-limited', 'server-error', 'html'])(
    'also in %s, which checks no code',
    async (name) => {
      const response = await post(use(name), { client_secret: 's' })
      expect(response.status).toBe(400)
    },
  )
})

describe('a code', () => {
  it('is refused once spent; the new one works, and is rotated in turn', async () => {
    const scenario = use('success')
    const first = await login(scenario)
    expect(first).toMatchObject({ newRecoveryCode: scenario.newRecoveryCode })
    expect(await login(scenario)).toMatchObject({ error: { code: 'code-rejected' } })
    const second = await login(scenario, scenario.newRecoveryCode)
    expect(second).toMatchObject({ newRecoveryCode: expect.stringMatching(/^[1-9A-HJ-NP-Z]{24}$/) })
    const third = 'newRecoveryCode' in second ? second.newRecoveryCode! : ''
    expect([scenario.recoveryCode, scenario.newRecoveryCode]).not.toContain(third)
    expect(await login(scenario, scenario.newRecoveryCode)).toMatchObject({ outcome: 'refused' })
    expect(await login(scenario, third)).toMatchObject({ outcome: 'verified' })
  })

  test.each<ScenarioName>(['no-new-code', 'denied', 'cut-off', 'empty'])(
    'is spent in %s, and refused the second time',
    async (name) => {
      const scenario = use(name)
      expect(await login(scenario, 'ABCD')).toMatchObject({ error: { code: 'code-rejected' } })
      expect(await login(scenario)).not.toMatchObject({ error: { code: 'code-rejected' } })
      expect(await login(scenario)).toMatchObject({ error: { code: 'code-rejected' } })
    },
  )

  it('is refused in wrong-code, even the right one', async () => {
    const scenario = use('wrong-code')
    for (const code of [scenario.recoveryCode, scenario.newRecoveryCode])
      expect(await login(scenario, code)).toMatchObject({ error: { code: 'code-rejected' } })
  })
})

describe('a scenario', () => {
  it('keeps the forms it received, oldest first, including refused ones', async () => {
    const scenario = use('success')
    await login(scenario, 'abcd-efgh')
    await login(scenario)
    await post(scenario, { client_id: 'other' })
    expect(scenario.requests.map((form) => form.get('recovery_code'))).toEqual([
      'ABCDEFGH',
      scenario.recoveryCode,
      scenario.recoveryCode,
    ])
    expect(Object.fromEntries(scenario.requests[1]!)).toEqual({
      grant_type: GRANT,
      client_id: 'example-client',
      mfa_token: scenario.mfaToken,
      recovery_code: scenario.recoveryCode,
    })
  })

  it('is fresh, and can share a page with others', async () => {
    const first = use('success')
    const second = use('success')
    const third = use('wrong-code', { clientId: 'third' })
    use('slow', { delay: 3_600_000 })
    expect(new Set([first, second, third].map(({ mfaToken }) => mfaToken)).size).toBe(3)
    expect(await login(first)).toMatchObject({ outcome: 'verified' })
    expect(await login(second)).toMatchObject({ outcome: 'verified' })
    expect(await login(third)).toMatchObject({ outcome: 'refused' })
    for (const { requests } of [first, second, third]) expect(requests).toHaveLength(1)
  })

  test.each([
    ['login.example.org', 'https://login.example.org/oauth/token'],
    ['http://localhost:4000/', 'http://localhost:4000/oauth/token'],
  ])('is at the domain %s', async (domain, url) => {
    const scenario = use('success', { domain, clientId: 'mine' })
    expect(scenario.transport).toEqual({ domain, clientId: 'mine' })
    expect(await login(scenario)).toMatchObject({ outcome: 'verified' })
    expect((await fetch(url)).status).toBe(405)
  })

  test.each<[ScenarioName, ScenarioOptions, number]>([
    ['slow', {}, 3000],
    ['slow', { delay: 12_000 }, 12_000],
    ['wrong-code', { delay: 500 }, 500],
  ])('%s with %j answers after %i ms', async (name, options, wait) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const settled = vi.fn<() => void>()
    const answered = login(use(name, options)).finally(settled)
    while (vi.getTimerCount() === 0) await new Promise(setImmediate)
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(await answered).toMatchObject({ outcome: expect.any(String) })
  })
})

describe('with the app’s own token', () => {
  const handle = 'h'

  it.each([
    ['the tenant', {}],
    ['a handler', { endpoint: ENDPOINT }],
  ])('Q23 only that token is accepted by %s', async (_what, options) => {
    const scenario = use('success', { mfaToken: handle, ...options })
    expect(scenario.mfaToken).toBe(handle)
    for (const mfaToken of ['handle', 'H', 'hh'])
      expect(await login({ ...scenario, mfaToken })).toMatchObject({
        outcome: 'refused',
        error: { code: 'sign-in-expired' },
      })
    expect(await login(scenario)).toMatchObject({
      outcome: 'verified',
      newRecoveryCode: scenario.newRecoveryCode,
    })
    expect(scenario.requests).toHaveLength(4)
  })

  it('Q23 two scenarios share a page, and each answers its own requests', async () => {
    const first = use('success', { mfaToken: 'first' })
    const second = use('wrong-code', { mfaToken: 'second' })
    expect(await login(first)).toMatchObject({ outcome: 'verified' })
    expect(await login(second)).toMatchObject({ outcome: 'refused' })
    for (const { requests } of [first, second]) expect(requests).toHaveLength(1)
  })

  it('Q23 the next test may use the same token', async () => {
    use('wrong-code', { mfaToken: handle })
    expect(await login(use('success', { mfaToken: handle }))).toMatchObject({ outcome: 'verified' })
  })

  it('Q23 an empty token is a mistake', () => {
    expect(() => recoveryCodeScenario('success', { mfaToken: '' })).toThrow(/mfaToken is empty/)
  })
})

describe('the list of authenticators', () => {
  const list = ({ mfaToken }: Scenario, token = mfaToken) =>
    listAuthenticators({ domain: 'tenant.example.com', mfaToken: token })

  test.each<[ScenarioName, string[]]>([
    ['success', ['otp', 'recovery-code']],
    ['wrong-code', ['otp', 'recovery-code']],
    ['not-enabled', ['otp']],
  ])('in %s: %j', async (name, types) => {
    const authenticators = await list(use(name))
    expect(authenticators.map((one) => one.authenticator_type)).toEqual(types)
    expect(authenticators.every(({ active, id }) => active && id !== '')).toBe(true)
  })

  test.each<[ScenarioName, string]>([
    ['expired', 'sign-in-expired'],
    ['server-error', 'server-error'],
    ['html', 'invalid-response'],
    ['network-down', 'network'],
  ])('in %s: %s', async (name, code) => {
    await expect(list(use(name))).rejects.toMatchObject({ code })
  })

  it('needs the scenario’s own mfa token', async () => {
    const first = use('not-enabled')
    const second = use('success')
    expect(await list(first)).toHaveLength(1)
    expect(await list(second)).toHaveLength(2)
    await expect(list(first, 'stolen')).rejects.toMatchObject({ code: 'sign-in-expired' })
    expect((await fetch('https://tenant.example.com/mfa/authenticators')).status).toBe(401)
  })
})

describe('a handler that holds answers', () => {
  const endpoint = 'https://login.example.com/recovery-code'
  const ask = async ({ url, mfaToken, recoveryCode }: Scenario, repeat?: string) => {
    const form = new URLSearchParams({ grant_type: GRANT, mfa_token: mfaToken })
    form.set('recovery_code', recoveryCode)
    if (repeat !== undefined) form.set('repeat', repeat)
    const response = await fetch(url, { method: 'POST', body: form }).catch(() => undefined)
    return response && [response.status, await response.json()]
  }
  const held = (scenario: Scenario) => [
    200,
    {
      recovery_code: scenario.newRecoveryCode,
      session: true,
      receipt: expect.any(String),
    },
  ]

  it('held: the same code again, looked for or sent, gets the same answer', async () => {
    const scenario = use('held', { endpoint })
    for (const repeat of [undefined, undefined, 'look', 'send'])
      expect(await ask(scenario, repeat)).toEqual(held(scenario))
  })

  it('held: nothing after the receipt, which is taken once', async () => {
    const scenario = use('held', { endpoint })
    const [, { receipt }] = (await ask(scenario)) ?? []
    const send = () => fetch(endpoint, { method: 'POST', body: new URLSearchParams({ receipt }) })
    expect((await send()).status).toBe(204)
    expect(await ask(scenario, 'look')).toEqual([502, { error: 'server_error' }])
  })

  it('lost-found: the answer is lost, and a look finds it', async () => {
    const scenario = use('lost-found', { endpoint })
    expect(await ask(scenario, 'look')).toEqual([502, { error: 'server_error' }])
    expect(await ask(scenario)).toBeUndefined()
    expect(await ask(scenario, 'look')).toEqual(held(scenario))
  })

  it('lost-looking and lost-not-found: no look finds it', async () => {
    const busy = use('lost-looking', { endpoint })
    await ask(busy)
    expect(await ask(busy, 'look')).toEqual([503, { error: 'server_error' }])
    const none = use('lost-not-found', { endpoint })
    await ask(none)
    expect(await ask(none, 'look')).toEqual([502, { error: 'server_error' }])
    expect(await ask(none, 'send')).toMatchObject([403, { error: 'invalid_grant' }])
  })

  it('any other scenario, and a tenant, refuse the parameter', async () => {
    for (const scenario of [use('success', { endpoint }), use('held')])
      expect(await ask(scenario, 'look')).toMatchObject([400, { error: 'invalid_request' }])
  })
})
