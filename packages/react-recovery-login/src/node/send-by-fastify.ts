import type { NodeAnswer, Outgoing } from './call.ts'
import { sendBare, sendBareIfLate } from './send-bare.ts'

/** What is used of Fastify's reply. */
export interface FastifyReply {
  readonly raw: Outgoing
  code(status: number): unknown
  header(name: string, value: string): unknown
  send(payload?: unknown): unknown
  hijack(): unknown
}

/** Answers through Fastify, so that its `onSend` hooks run: sessions are saved and get their cookie there. */
export function sendByFastify(answer: NodeAnswer, reply: FastifyReply): void {
  const { send } = reply
  // A hook that fails: Fastify sends the error in place of the answer, which may hold the only copy of a code.
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
