import type { AddressInfo, Server } from 'node:net'
import { onTestFinished } from 'vitest'
import type { RecoveryCodeHandlerEvent } from '../../src/server/host-callbacks.ts'
import { secrets, tokenAnswer } from '../../src/server/server.fixture.ts'
import { sendRequest, type Exchange, type Received, type Sent } from './send-request.ts'
import { servers } from './servers.ts'
import { Sessions, type Before, type Setup } from './setup.ts'

export interface Started {
  /** The forms sent to the token endpoint. */
  readonly upstream: readonly string[]
  readonly events: readonly RecoveryCodeHandlerEvent[]
  readonly sessions: Sessions
  readonly given: readonly object[]
  readonly begin: (sent?: Sent) => Exchange
  readonly send: (sent?: Sent) => Promise<Received>
}

export const names: readonly string[] = Object.keys(servers)
export const frameworks: readonly string[] = names.filter((name) => !name.startsWith('node:'))

/** Listens until the end of the test. Returns the origin. */
export async function listen(server: Server): Promise<string> {
  const sockets = new Set<{ destroy(): unknown }>()
  server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server on its own port, with a token endpoint that records what it is sent. */
export async function start(
  name: string,
  before: Before = 'nothing',
  changes: Partial<Setup> = {},
): Promise<Started> {
  const upstream: string[] = []
  const events: RecoveryCodeHandlerEvent[] = []
  const sessions = new Sessions()
  const given: object[] = []
  const setup: Setup = {
    before,
    sessions,
    given,
    saved: true,
    onEvent: (event) => events.push(event),
    fetch: async (_url, init) => {
      upstream.push(String(init?.body))
      return Response.json(tokenAnswer)
    },
    ...changes,
  }
  const server = await servers[name]!(setup)
  const origin = await listen(server)
  const begin = (sent?: Sent) => sendRequest(origin, name.endsWith('2'), sent)
  return {
    upstream,
    events,
    sessions,
    given,
    begin,
    send: (sent?: Sent): Promise<Received> => begin(sent).received,
  }
}

/** The browser's answer if the code is right. */
export const answered = (session: boolean): { readonly status: number; readonly body: string } => ({
  status: 200,
  body: `{"recovery_code":"${secrets.newRecoveryCode}","session":${session}}`,
})
