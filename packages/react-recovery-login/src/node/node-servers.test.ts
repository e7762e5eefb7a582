import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import type { Before } from '#test/node-servers/setup.ts'
import { answered, frameworks, names, start } from '#test/node-servers/start.ts'
import { form, secrets } from '../server/server.fixture.ts'

const warned = vi.spyOn(process, 'emitWarning')
beforeEach(() => void warned.mockReset().mockReturnValue(undefined))

describe.each(names)('%s', (name) => {
  test.for<Before>(name.startsWith('node:') ? ['nothing'] : ['nothing', 'form', 'text', 'json'])(
    'K43 with %s before it, the code is sent once, as typed',
    async (before, context) => {
      const on = await start(name, before)
      const typed = 'ä&=+ %"\u{1F511}'
      const body = form({ recovery_code: typed }).toString()
      expect(await on.send({ body })).toMatchObject(answered(true))
      expect(on.upstream).toHaveLength(1)
      const sent = new URLSearchParams(on.upstream[0])
      expect([sent.get('recovery_code'), sent.get('mfa_token')]).toEqual([typed, secrets.mfaToken])
      expect(on.events).toEqual([{ type: 'verified', rotated: true }])
      expect(warned).not.toHaveBeenCalled()
      proves(context, 'N1', '1 POST upstream')
    },
  )
})

/** The frameworks with a parser that leaves the form in `body`. */
const parsed: readonly (readonly [name: string, before: Before])[] = frameworks.flatMap((name) => [
  [name, 'form'] as const,
  [name, 'text'] as const,
])

const twice = `${form()}&mfa_token=again`
const notTheForm: readonly (readonly [what: string, body: string | Buffer])[] = [
  ['a parameter twice', twice],
  ['a list', String(form()).replace('mfa_token', 'mfa_token[]')],
  ['an object', String(form()).replace('mfa_token', 'mfa_token[of]')],
  ['an extra parameter', `${form()}&more=1`],
  ['a missing parameter', String(form()).replace(/&recovery_code=.*/, '')],
  ['an empty parameter', form({ recovery_code: '' }).toString()],
  ['another grant', form({ grant_type: 'password' }).toString()],
  ['bytes that are not UTF-8', Buffer.from(`${form()}\u00ff`, 'latin1')],
]

test.for(parsed)(
  'K44 %s with %s before it refuses anything but exactly the form',
  async ([name, before], context) => {
    const on = await start(name, before)
    for (const [what, body] of notTheForm) {
      const { status, body: text } = await on.send({ body })
      expect([what, status]).toEqual([what, 400])
      expect(JSON.parse(text).error).toBe('invalid_request')
    }
    const large = form({ mfa_token: 'x'.repeat(9000) }).toString()
    expect((await on.send({ body: large })).status).toBe(413)
    expect(on.upstream).toEqual([])
    expect((await on.send()).status).toBe(200)
    proves(context, 'N9', `${notTheForm.length + 1} bodies, 0 sent`)
  },
)

describe.each(names)('%s', (name) => {
  test.each<Before>(name.startsWith('node:') ? ['nothing'] : ['nothing', 'form'])(
    'K45 with %s before it, another method or type is refused, and nothing is sent',
    async (before) => {
      const on = await start(name, before)
      for (const method of ['GET', 'PUT', 'DELETE', 'TRACE']) {
        const { status } = await on.send({ method })
        expect([method, status]).toEqual([method, 405])
      }
      const headers = { 'content-type': 'application/json' }
      const json = JSON.stringify(Object.fromEntries(form()))
      expect(await on.send({ headers, body: json })).toMatchObject({ status: 415 })
      expect(await on.send({ headers: { origin: 'https://else.example' } })).toMatchObject({
        status: 403,
      })
      expect(on.upstream).toEqual([])
    },
  )

  it('K46 a session made in onTokens is there in the next request', async (context) => {
    const on = await start(name)
    expect(await on.send({ method: 'GET', path: '/person' })).toMatchObject({ body: 'null' })
    const { cookies } = await on.send()
    // The cookies of the session, of `onTokens` itself, and of earlier middleware.
    expect(cookies.length).toBeGreaterThan(2)
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
    expect(cookie).toContain('own=1')
    expect(cookie).toContain('seen=1')
    const next = await on.send({ method: 'GET', path: '/person', headers: { cookie } })
    expect(next.body).toBe('"mira"')
    expect(on.given).toHaveLength(2)
    expect(new Set(on.given).size).toBe(1)
    expect(on.given[0]).not.toBeInstanceOf(Request)
    proves(context, 'N2', '1 session, 1 new code')
  })
})

test.for([
  ['node:http', '//else.example/code', 'else.example'],
  ['node:http', 'http://else.example/code', 'else.example'],
  ['node:http', '/code', 'else.example:x'],
  ['node:http2', '//else.example/code', undefined],
  ['node:http2', '/code', 'else.example'],
] as const)('K45 %s: the target %s, the host %s', async ([name, path, host]) => {
  const on = await start(name)
  const origin = 'http://else.example'
  const { status } = await on.send({ path, headers: { origin, ...(host && { host }) } })
  expect([400, 403]).toContain(status)
  expect(on.upstream).toEqual([])
})
