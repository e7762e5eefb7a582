import type { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { refusalOf, refuseRequest } from 'auth-server'

/**
 * Adds a check before every listener of an HTTP server. Connect and Vite's socket parse the target without catching
 * errors: one that isn't a path would end the process.
 */
export function guard(http: EventEmitter): void {
  putBefore(http, 'request', refuseRequest)
  putBefore(http, 'upgrade', (request, socket: Duplex) => {
    const refused = refusalOf(request) !== undefined
    if (refused) socket.destroy()
    return refused
  })
}

function putBefore<Answer>(
  http: EventEmitter,
  event: 'request' | 'upgrade',
  refuse: (request: IncomingMessage, answer: Answer) => boolean,
): void {
  const listeners = http.listeners(event)
  http.removeAllListeners(event)
  http.on(event, (request: IncomingMessage, answer: Answer, ...rest: unknown[]) => {
    if (refuse(request, answer)) return
    for (const listener of listeners) Reflect.apply(listener, http, [request, answer, ...rest])
  })
}
