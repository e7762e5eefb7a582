import { describe, expect, it, test, vi } from 'vitest'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import { options, post, form, secrets, tokenAnswer } from './server.fixture.ts'

const OWN = 'https://app.example.com'
const PAGE = 'https://login.example.com'
const TRACED = 'baggage,sentry-trace,traceparent,tracestate,x-datadog-origin'

/** A preflight, and the calls upstream. */
async function preflight(headers: Readonly<Record<string, string>>) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(tokenAnswer))
  const handler = createRecoveryCodeHandler({ ...options, allowedOrigins: [PAGE], fetch })
  const response = await handler(new Request(`${OWN}/code`, { method: 'OPTIONS', headers }))
  expect(fetch).not.toHaveBeenCalled()
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const corsOf = (headers: Headers) =>
  [...headers].filter(([name]) => /^(?:access-control-|vary)/.test(name))

describe('K23 a preflight', () => {
  it('from an allowed origin is answered, with the headers that it asks for', async () => {
    const { status, headers, body } = await preflight({
      origin: PAGE,
      'access-control-request-method': 'POST',
      'access-control-request-headers': TRACED,
      'sec-fetch-site': 'same-site',
    })
    expect([status, body]).toEqual([204, ''])
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': TRACED,
      'access-control-allow-credentials': 'true',
      vary: 'origin',
    })
  })

  it('that asks for no header gets none', async () => {
    const { status, headers } = await preflight({ origin: PAGE })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-headers')).toBeNull()
  })

  test.each<[Record<string, string>]>([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'null' }],
    [{ origin: `${PAGE}.evil.example` }],
    [{ origin: `${PAGE}:8443` }],
    [{ origin: 'http://login.example.com' }],
    [{}],
  ])('from %j is 403, without CORS headers', async (origin) => {
    const asked = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': TRACED,
    }
    const { status, headers } = await preflight({ ...origin, ...asked })
    expect(status).toBe(403)
    expect(corsOf(headers)).toEqual([])
  })
})

it('K22 a page of an allowed origin gets the cookie, and can send it back', async () => {
  const handler = createRecoveryCodeHandler({
    ...options,
    allowedOrigins: [PAGE],
    fetch: async () => Response.json(tokenAnswer),
  })
  const response = await handler(post(form(), { origin: PAGE, traceparent: '00-1-2-01' }))
  expect(await response.json()).toEqual({ recovery_code: secrets.newRecoveryCode, session: true })
  expect(response.headers.getSetCookie()).toEqual(['session=1; HttpOnly'])
  expect(response.headers.get('access-control-allow-credentials')).toBe('true')
})
