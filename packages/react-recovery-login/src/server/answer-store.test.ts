import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startRedis, type RunningRedis } from '../../../../scripts/redis.ts'
import { redisClients, type RedisClient } from '#test/node-servers/redis-clients.ts'
import type { AnswerStore } from './answer-store.ts'
import { memoryAnswers } from './memory-answers.ts'
import { redisAnswers } from './redis-answers.ts'

const HOUR = 3_600_000
const opened: RedisClient[] = []
let redis: RunningRedis

beforeAll(async () => {
  redis = await startRedis()
})
afterAll(async () => {
  for (const { close } of opened) close()
  await redis.stop()
})

async function storeOf(name: string): Promise<AnswerStore> {
  if (name === 'memory') return memoryAnswers()
  const opening = redisClients[name]?.(redis.url)
  if (opening === undefined) throw new Error(`${name} is not a client`)
  const client = await opening
  opened.push(client)
  return redisAnswers(client.client)
}

describe.each(['memory', ...Object.keys(redisClients)])('%s', (name) => {
  let store: AnswerStore
  let key = 0
  const next = () => `${name}-${(key += 1)}`
  beforeAll(async () => {
    store = await storeOf(name)
  })

  it('claims for one of a thousand at once', async () => {
    const at = next()
    const all = await Promise.all(
      Array.from({ length: 1000 }, (_, one) => store.claim(at, `sent ${one}`, HOUR)),
    )
    expect(all.filter((found) => found === undefined)).toHaveLength(1)
    const winner = await store.read(at)
    expect(winner).toMatch(/^sent \d+$/)
    expect(new Set(all)).toEqual(new Set([undefined, winner]))
  })

  it('marks only what is still there', async () => {
    const at = next()
    expect(await store.mark(at, 'a', 'b', HOUR)).toBe(false)
    expect(await store.read(at)).toBeUndefined()
    await store.hold(at, 'a', HOUR)
    expect(await store.mark(at, 'x', 'b')).toBe(false)
    expect(await store.mark(at, 'a', 'b')).toBe(true)
    expect(await store.mark(at, 'a', 'c', HOUR)).toBe(false)
    expect(await store.read(at)).toBe('b')
  })

  it('holds over whatever is there', async () => {
    const at = next()
    await store.claim(at, 'a', HOUR)
    await store.hold(at, 'held ü✓', HOUR)
    expect(await store.claim(at, 'b', HOUR)).toBe('held ü✓')
  })

  it('removes what is there, or only a value', async () => {
    const at = next()
    await store.hold(at, 'a', HOUR)
    await store.remove(at, 'b')
    expect(await store.read(at)).toBe('a')
    await store.remove(at, 'a')
    expect(await store.read(at)).toBeUndefined()
    await store.hold(at, 'c', HOUR)
    await store.remove(at)
    await store.remove(at)
    expect(await store.read(at)).toBeUndefined()
  })

  it('ends every entry by its time, which a mark keeps or sets', async () => {
    const [claimed, kept, set, long] = [next(), next(), next(), next()]
    await Promise.all([claimed, kept, set].map((at) => store.claim(at, 'a', 60.5)))
    await store.claim(long, 'a', 60)
    await store.mark(kept, 'a', 'b')
    await store.mark(set, 'a', 'b', HOUR)
    await store.hold(long, 'b', HOUR)
    await expect
      .poll(() => Promise.all([claimed, kept, set, long].map((at) => store.read(at))))
      .toEqual([undefined, undefined, 'b', 'b'])
  })
})
