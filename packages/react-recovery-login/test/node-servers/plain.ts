import type { Incoming, Outgoing } from '../../src/node/call.ts'
import { createNodeRecoveryCodeHandler } from '../../src/node/create-node-recovery-code-handler.ts'
import { client, type Setup } from './setup.ts'

/** Without a framework, the session is just a cookie. */
export function plain({
  before,
  given,
  ...setup
}: Setup): (request: Incoming, response: Outgoing) => void {
  const handler = createNodeRecoveryCodeHandler<Incoming>({
    ...client(setup),
    clientAddress: (request) => {
      given.push(request)
      return '203.0.113.7'
    },
    onTokens: (_tokens, request) => {
      given.push(request)
      return [
        ['set-cookie', 'person=mira'],
        ['set-cookie', 'own=1'],
      ]
    },
  })
  return (request: Incoming, response: Outgoing): void => {
    if (request.url === '/person') {
      const [, person = null] = /person=(\w+)/.exec(request.headers.cookie ?? '') ?? []
      response.end(JSON.stringify(person))
    } else {
      response.setHeader('set-cookie', 'seen=1')
      if (before === 'answer') {
        response.statusCode = 202
        response.end()
      }
      if (before === 'reader') void request.toArray().then(() => handler(request, response))
      else void handler(request, response)
    }
  }
}
