import type { AnswerStore } from './answer-store.ts'

/** The part that is used of a client of `redis` (node-redis) 5 or 6. */
export interface NodeRedisClient {
  readonly sendCommand: (command: string[]) => Promise<unknown>
}

/** The part that is used of a client of `ioredis` 5 or 6. */
export interface IoRedisClient {
  readonly call: (command: string, ...parameters: string[]) => Promise<unknown>
}

export interface RedisAnswersOptions {
  /** Begins every key. Default `recovery-code-answer:`. */
  readonly prefix?: string | undefined
}

// A script runs as one, and Redis' own clock ends the entries.
const CLAIM = `
local found = redis.call('GET', KEYS[1])
if not found then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return found`
const MARK = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[3] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
else redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL') end
return 1`
const REMOVE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`

/**
 * Holds answers in Redis 6 or newer, for several processes. Every entry ends by itself within ten minutes. Connect the
 * client yourself, and handle its `error` event. While Redis can't be reached, exchanges go on and their answers aren't
 * held, so turn off the client's queue for offline commands: `disableOfflineQueue: true` (redis),
 * `enableOfflineQueue: false` (ioredis).
 *
 * @param client Of `redis` or `ioredis`, 5 or 6.
 * @see https://redis.io/docs/latest/commands/set/, https://redis.io/docs/latest/commands/eval/
 * @example
 * const client = await createClient({ url: process.env.REDIS_URL, disableOfflineQueue: true })
 *   .on('error', () => undefined)
 *   .connect()
 * const answers = createHeldAnswers({ store: redisAnswers(client), secret: () => process.env.ANSWER_SECRET! })
 */
export function redisAnswers(
  client: NodeRedisClient | IoRedisClient,
  { prefix = 'recovery-code-answer:' }: RedisAnswersOptions = {},
): AnswerStore {
  const send = (command: string, ...parameters: string[]): Promise<unknown> =>
    // ioredis has a `sendCommand` too, for another kind of command.
    'call' in client
      ? client.call(command, ...parameters)
      : client.sendCommand([command, ...parameters])
  const run = (script: string, key: string, ...values: string[]) =>
    send('EVAL', script, '1', prefix + key, ...values)

  return {
    claim: async (key, value, lifetime) => textOf(await run(CLAIM, key, value, time(lifetime))),
    read: async (key) => textOf(await send('GET', prefix + key)),
    async mark(key, from, to, lifetime) {
      const rest = lifetime === undefined ? [] : [time(lifetime)]
      return Number(await run(MARK, key, from, to, ...rest)) === 1
    },
    async hold(key, value, lifetime) {
      await send('SET', prefix + key, value, 'PX', time(lifetime))
    },
    async remove(key, value) {
      await (value === undefined ? send('DEL', prefix + key) : run(REMOVE, key, value))
    },
  }
}

/** Redis takes whole milliseconds only. */
function time(lifetime: number): string {
  return String(Math.ceil(lifetime))
}

function textOf(reply: unknown): string | undefined {
  return reply === null || reply === undefined ? undefined : String(reply)
}
