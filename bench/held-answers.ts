import { createHeldAnswers } from '../packages/react-recovery-login/src/server/create-held-answers.ts'
import { createRecoveryCodeHandler } from '../packages/react-recovery-login/src/server/create-recovery-code-handler.ts'
import { memoryAnswers } from '../packages/react-recovery-login/src/server/memory-answers.ts'
import { redisAnswers } from '../packages/react-recovery-login/src/server/redis-answers.ts'
import { RECOVERY_CODE_GRANT_TYPE } from '../packages/react-recovery-login/src/protocol/send-recovery-code.ts'
import installNodeServers from '../scripts/install-node-servers.ts'
import { startRedis } from '../scripts/redis.ts'

const EXCHANGES = 500
const answer = JSON.stringify({ access_token: 'a'.repeat(1000), recovery_code: 'W9QJ3NBX7VGT5KZR' })

/**
 * What an exchange takes in the handler, with a token endpoint that answers at once: without held answers, with them in
 * memory, and in Redis on loopback. Milliseconds each, the best of interleaved rounds.
 */
export async function heldAnswers(rounds: number): Promise<Readonly<Record<string, number>>> {
  installNodeServers()
  const { redisClients } =
    await import('../packages/react-recovery-login/test/node-servers/redis-clients.ts')
  const redis = await startRedis()
  const opened = await redisClients['redis 6']!(redis.url)
  const secret = 'a secret of at least thirty-two characters'
  const stores = { plain: undefined, memory: memoryAnswers(), redis: redisAnswers(opened.client) }
  const best: Record<string, number> = {}
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const [name, store] of Object.entries(stores)) {
        const handler = createRecoveryCodeHandler({
          domain: 'tenant.example',
          clientId: 'client',
          clientSecret: 'secret',
          onTokens: () => ({ 'set-cookie': 'session=1' }),
          fetch: async () => new Response(answer),
          held: store && createHeldAnswers({ store, secret }),
        })
        const began = performance.now()
        for (let one = 0; one < EXCHANGES; one += 1) await handler(post(`${name}-${round}-${one}`))
        const each = (performance.now() - began) / EXCHANGES
        best[name] = Math.min(each, best[name] ?? Infinity)
      }
    return best
  } finally {
    opened.close()
    await redis.stop()
  }
}

function post(mfaToken: string): Request {
  return new Request('https://login.example/recovery-code', {
    method: 'POST',
    headers: { origin: 'https://login.example' },
    body: new URLSearchParams({
      grant_type: RECOVERY_CODE_GRANT_TYPE,
      mfa_token: mfaToken,
      recovery_code: 'H4TZ8MPW6RKC2VXN9JQB7SGD',
    }),
  })
}
