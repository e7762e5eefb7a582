import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  newCodeOf,
  post,
  startFleet,
  type Fleet,
  type FleetAnswer,
  type FleetProcess,
} from '../fleet.ts'
import { proves, runs } from '../faults/runs.ts'
import { dumpRedis } from '../node-servers/redis-clients.ts'

let fleet: Fleet
let processes: FleetProcess[]
let signIns = 0
const signIn = () => `signin${(signIns += 1)}`
const LOOK = { repeat: 'look' }
const SEND = { repeat: 'send' }

beforeAll(async () => {
  fleet = await startFleet()
  processes = await Promise.all([fleet.start(), fleet.start(), fleet.start()])
})
afterAll(() => fleet.close())

/** One of the three, in turn: a load balancer knows no sign-in. */
let turn = 0
const next = () => processes[(turn += 1) % 3] as FleetProcess
const answerOf = (token: string) => ({
  status: 200,
  body: expect.stringContaining(newCodeOf(token)),
  cookie: `session=access-${token}`,
})

/** One in five breaks: half of them before the answer, half within it. */
function breakOf(token: string): Promise<unknown> | number {
  const number = Number(token.slice(6))
  if (number % 5 > 0) return Infinity
  if (number % 2 > 0) return number % 50
  return new Promise<void>((resolve) => fleet.asked.set(token, resolve))
}

/** The page's half: asks for the answer again until it has one, or is told that nobody knows it. */
async function lookUntilFound(token: string): Promise<FleetAnswer | undefined> {
  for (let look = 0; look < 20; look += 1) {
    const answer = await post(next(), token, LOOK)
    if (answer?.status === 200 || answer?.status === 502) return answer
    await pause(250)
  }
  return undefined
}

/** All of them, 200 at once. */
async function signInAll(
  tokens: readonly string[],
  breaks: (token: string) => Promise<unknown> | number = () => Infinity,
) {
  const waiting = [...tokens]
  const found = new Map<string, FleetAnswer | undefined>()
  let broken = 0
  await Promise.all(
    Array.from({ length: Math.min(200, tokens.length) }, async () => {
      for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
        const first = await post(next(), token, {}, breaks(token))
        broken += Number(first === undefined)
        found.set(token, first ?? (await lookUntilFound(token)))
      }
    }),
  )
  return { found, broken }
}

describe('K70 a fleet', () => {
  it('every sign-in gets its own answer, however its connection breaks', async (context) => {
    const many = runs(2000, 300)
    const tokens = Array.from({ length: many }, signIn)
    const { found, broken } = await signInAll(tokens, breakOf)
    expect(broken).toBeGreaterThan(many / 10)
    for (const token of tokens) {
      expect(found.get(token)).toMatchObject(answerOf(token))
      expect(fleet.exchanges.get(token)).toEqual({ asked: 1, accepted: 1 })
    }
    proves(
      context,
      ['N1', 'N2', 'N4'],
      `${many} sign-ins, ${broken} broken, all found, one exchange each`,
    )
  }, 300_000)

  it('while its processes are killed in turns: only what died between yes and hold is lost', async (context) => {
    const many = runs(2000, 300)
    const tokens = Array.from({ length: many }, signIn)
    const run = { over: false }
    let kills = 0
    const killing = (async () => {
      while (!run.over) {
        const victim = processes[kills % 3] as FleetProcess
        await victim.kill()
        processes[kills % 3] = await fleet.start()
        kills += 1
      }
    })()
    const { found } = await signInAll(tokens)
    run.over = true
    await killing
    const lost = tokens.filter((token) => found.get(token)?.status !== 200)
    for (const token of tokens) {
      const { asked, accepted } = fleet.exchanges.get(token) ?? { asked: 0, accepted: 0 }
      // A process may have died before it sent anything: nothing is lost then.
      expect(asked).toBeLessThanOrEqual(1)
      if (!lost.includes(token)) expect(found.get(token)).toMatchObject(answerOf(token))
      else if (accepted > 0) expect(found.get(token)?.status ?? 503).not.toBe(403)
    }
    const codes = lost.filter((token) => fleet.exchanges.get(token)?.accepted === 1).length
    console.log(`${many} sign-ins, ${kills} kills, ${codes} codes lost with their process`)
    proves(
      context,
      ['N1', 'N2'],
      `${many} sign-ins, ${kills} kills: ${codes} lost with their process, none crossed`,
    )
  }, 300_000)
})

describe('K71 a thousand identical requests over three processes', () => {
  it.each([
    ['a right code', {}, 200],
    ['a wrong code', { recovery_code: 'WRONGWRONGWRONGWRONGWRO2' }, 403],
  ])(
    '%s: one exchange, equal answers',
    async (_name, more, status) => {
      const token = signIn()
      const before = await fleet.claims(processes)
      const everybodyWaits = async () => {
        while ((await fleet.claims(processes)) < before + 1000) await pause(50)
      }
      fleet.asked.set(token, everybodyWaits)
      const all = Array.from({ length: 1000 }, () => post(next(), token, more))
      const [first, ...others] = await Promise.all(all)
      expect(first?.status).toBe(status)
      for (const other of others) expect(other).toEqual(first)
      expect(fleet.exchanges.get(token)?.asked).toBe(1)
    },
    60_000,
  )
})

describe.concurrent('K73 a process that is killed while it has the exchange', () => {
  it('killed exactly between yes and hold: nothing is sent again but by the person', async () => {
    const token = signIn()
    const dying = await fleet.start({ DIES_BEFORE_HOLD: '1' })
    expect(await post(dying, token)).toBeUndefined()
    expect(fleet.exchanges.get(token)).toEqual({ asked: 1, accepted: 1 })
    const all = [LOOK, {}, SEND].map((more) => post(next(), token, more))
    const [look, repeat, own] = await Promise.all(all)
    // Whoever still waits when the person's own has its outcome shares that.
    for (const waited of [look, repeat]) expect([503, 403]).toContain(waited?.status)
    expect(own?.status).toBe(403)
    expect(fleet.exchanges.get(token)).toEqual({ asked: 2, accepted: 1 })
  }, 90_000)

  it('a silent upstream, and the owner killed: one exchange, nobody is told a refusal', async () => {
    const token = signIn()
    fleet.asked.set(token, () => new Promise(() => {}))
    const owner = await fleet.start()
    const first = post(owner, token)
    await expect.poll(() => fleet.exchanges.get(token)?.asked).toBe(1)
    const all = Array.from({ length: 1000 }, () => post(next(), token))
    await owner.kill()
    expect(await first).toBeUndefined()
    for (const answer of await Promise.all(all)) expect(answer?.status).toBe(503)
    expect(fleet.exchanges.get(token)?.asked).toBe(1)
  }, 60_000)
})

describe('K72 what Redis holds', () => {
  it('no code or token, and no key without an end', async (context) => {
    const entries = await dumpRedis(fleet.redisUrl)
    expect(entries.length).toBeGreaterThan(100)
    expect(entries.filter(([, , end]) => end <= 0 || end > 600_000)).toEqual([])
    const text = entries.flat().join('\n')
    for (let each = 1; each <= signIns; each += 1)
      for (const canary of [`signin${each}`, newCodeOf(`signin${each}`), `access-signin${each}`])
        expect(text.includes(canary)).toBe(false)
    proves(
      context,
      'N4',
      `${entries.length} keys after the fleet’s run: 0 canaries, 0 without an end`,
    )
  })
})
