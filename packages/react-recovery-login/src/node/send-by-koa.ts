import type { Incoming, NodeAnswer, Outgoing } from './call.ts'
import { sendBare, sendBareIfLate } from './send-bare.ts'

/** The part of Koa's context that is used. */
export interface KoaContext {
  readonly req: Incoming
  readonly res: Outgoing
  readonly app: { emit(event: 'error', error: unknown, context: KoaContext): unknown }
  status: number
  body: unknown
  append(name: string, value: string): void
  set(name: string, value: string): void
}

/** Answers through Koa's context: earlier middleware (a session) continues when the handler's promise resolves. */
export function sendByKoa(answer: NodeAnswer, context: KoaContext): void {
  // If that fails, Koa would send the error instead of the answer, which may hold the only copy of a code.
  const onerror = (error: unknown) => {
    // Koa also calls it on success.
    if (error === null || error === undefined) return
    context.app.emit('error', error, context)
    sendBare(answer, context.res)
  }
  Object.assign(context, { onerror })
  sendBareIfLate(answer, context.res)
  context.status = answer.status
  for (const [name, value] of answer.headers)
    if (name === 'set-cookie') context.append(name, value)
    else context.set(name, value)
  context.body = answer.body === '' ? null : answer.body
}
