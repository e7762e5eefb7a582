import { Redis } from 'ioredis'
import { Redis as Redis5 } from 'ioredis-5'
import { createClient } from 'redis'
import { createClient as createClient5 } from 'redis-5'
import type { IoRedisClient, NodeRedisClient } from '../../src/server/redis-answers.ts'

export interface RedisClient {
  readonly client: IoRedisClient | NodeRedisClient
  close(): void
}

/** Every client that `redisAnswers` names, connected. */
export const redisClients: Readonly<Record<string, (url: string) => Promise<RedisClient>>> = {
  async 'redis 6'(url) {
    const client = await createClient({ url }).connect()
    return { client, close: () => client.destroy() }
  },
  async 'redis 5'(url) {
    const client = await createClient5({ url }).connect()
    return { client, close: () => client.destroy() }
  },
  async 'ioredis 6'(url) {
    const client = new Redis(url)
    return { client, close: () => client.disconnect() }
  },
  async 'ioredis 5'(url) {
    const client = new Redis5(url)
    return { client, close: () => client.disconnect() }
  },
}

/** Everything that is stored: by key, its value and its end in milliseconds, negative for none. */
export async function dumpRedis(
  url: string,
): Promise<readonly (readonly [key: string, value: string, end: number])[]> {
  const client = await createClient({ url }).connect()
  const keys = await client.keys('*')
  const entries = keys.map(
    async (key) => [key, String(await client.get(key)), await client.pTTL(key)] as const,
  )
  return Promise.all(entries).finally(() => client.destroy())
}
