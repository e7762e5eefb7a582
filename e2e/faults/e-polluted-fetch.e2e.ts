import { afterAll, beforeAll, expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { newPage } from '../support/browser.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'

let site: FaultSite
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
})
afterAll(() => site.close())

it('E14 whatever option of fetch every object inherits, the one POST is the same: in Chromium', async (context) => {
  const { server, url } = site
  const page = await newPage()
  const posted: string[] = []
  page.on('request', (request) => {
    const { origin, ...headers } = request.headers()
    if (request.method() !== 'GET') posted.push(JSON.stringify([request.method(), origin, headers]))
  })
  await page.goto(url)
  await page.waitForFunction(() => 'kit' in window)
  const names = await page.evaluate(() => {
    const read = new Set<string>()
    const options = new Proxy({}, { get: (_, name) => void read.add(String(name)) })
    void new Request('/', options)
    return [...read]
  })
  expect(names).toEqual(
    expect.arrayContaining(['headers', 'integrity', 'keepalive', 'mode', 'signal']),
  )

  const signIn = async (inherited: readonly unknown[]) => {
    const request = { mfaToken: await server.signIn(), recoveryCode: server.code }
    const given = { ...request, transport: { domain: server.url, clientId: 'spa' } }
    return page.evaluate(
      async ([given, [name, value]]) => {
        if (name !== undefined)
          Reflect.defineProperty(Object.prototype, String(name), {
            ...{ value, enumerable: true, configurable: true },
          })
        const answer = window.kit.verifyRecoveryCode(given)
        if (name !== undefined) Reflect.deleteProperty(Object.prototype, String(name))
        return (await answer).outcome
      },
      [given, inherited] as const,
    )
  }
  expect(await signIn([])).toBe('verified')
  let tries = 0
  for (const name of names)
    for (const value of ['no-cors', true, { 'x-theirs': 'theirs' }]) {
      expect(await signIn([name, value]), `${name}: ${JSON.stringify(value)}`).toBe('verified')
      tries += 1
    }
  expect(new Set(posted).size).toBe(1)
  expect(posted).toHaveLength(tries + 1)
  proves(context, ['N1', 'N4'], `${tries} sign-ins, ${names.length} options of fetch`)
})
