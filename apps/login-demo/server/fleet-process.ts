// One login backend of a fleet. Prints its port when it listens.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient } from '@redis/client'
import { WEB_CLIENT_SECRET } from 'auth-server'
import { redisAnswers } from 'react-recovery-login/server/redis'
import { createLoginBackend } from './login-backend.ts'
import { createSealedSessions } from './sealed-sessions.ts'
import { serveWeb } from './serve-web.ts'

const { REDIS_URL = '', AUTH_SERVER = '', CLIENT_ID = '', SECRET = '' } = process.env
const client = await createClient({ url: REDIS_URL, disableOfflineQueue: true })
  .on('error', () => undefined)
  .connect()
const handle = serveWeb(
  createLoginBackend({
    authServer: AUTH_SERVER,
    clientId: CLIENT_ID,
    clientSecret: WEB_CLIENT_SECRET,
    store: redisAnswers(client),
    secret: SECRET,
    sessions: createSealedSessions(SECRET),
  }),
)
const server = createServer((request, response) =>
  handle(request, response, () => response.writeHead(404).end()),
)
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
// The parent is gone.
process.on('disconnect', () => process.exit())
