// One process of the fleet (fleet.test.ts): the handler with answers held in Redis. Prints its port when it listens.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from 'redis'
import { createNodeRecoveryCodeHandler } from '../../src/node/create-node-recovery-code-handler.ts'
import type { AnswerStore } from '../../src/server/answer-store.ts'
import { createHeldAnswers } from '../../src/server/create-held-answers.ts'
import { redisAnswers } from '../../src/server/redis-answers.ts'

const { REDIS_URL, DOMAIN = '', SECRET = '', DIES_BEFORE_HOLD } = process.env
const client = await createClient({ url: REDIS_URL, disableOfflineQueue: true })
  .on('error', () => undefined)
  .connect()
let claims = 0
const redis = redisAnswers(client)
const store: AnswerStore = {
  ...redis,
  claim: (...given) => redis.claim(...given).finally(() => (claims += 1)),
  hold: async (...given) =>
    DIES_BEFORE_HOLD ? void process.kill(process.pid, 'SIGKILL') : redis.hold(...given),
}
const handler = createNodeRecoveryCodeHandler({
  domain: DOMAIN,
  clientId: 'client-1',
  clientSecret: 'x',
  maxInFlight: 2000,
  onTokens: ({ access_token }) => ({ 'set-cookie': `session=${access_token}` }),
  held: createHeldAnswers({ store, secret: SECRET }),
})
const server = createServer((request, response) => {
  if (request.url === '/claims') response.end(String(claims))
  else void handler(request, response)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
