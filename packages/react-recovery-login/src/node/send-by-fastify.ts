import type { NodeAnswer, Outgoing } from './call.ts'
import { sendBare, sendBareIfLate } from './send-bare.ts'

/** The part of Fastify's reply that is used. */
export interface FastifyReply {
  readonly raw: Outgoing
  code(status: number): unknown
  header(name: string, value: string): unknown
  send(payload?: unknown): unknown
  hijack(): unknown
}

/** Answers through Fastify, so its `onSend` hooks run: they save sessions and set their cookie. */
export function sendByFastify(answer: NodeAnswer, reply: FastifyReply): void {
  const { send } = reply
  // If a hook fails, Fastify sends the error instead of the answer, which may hold the only copy of a code.
  reply.send = () => {
    reply.hijack()
    sendBare(answer, reply.raw)
    return reply
  }
  sendBareIfLate(answer, reply.raw)
  reply.code(answer.status)
  for (const [name, value] of answer.headers) reply.header(name, value)
  send.call(reply, answer.body)
}
