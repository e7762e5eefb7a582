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
