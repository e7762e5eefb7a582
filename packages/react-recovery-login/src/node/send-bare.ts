import { inTime } from '../server/in-time.ts'
import { parseJson } from '../protocol/own-member.ts'
import type { NodeAnswer, Outgoing } from './call.ts'

/**
 * Answers past the framework, where it would answer with an error of its own or not at all: the new code must reach the
 * person. No session goes with it, and the answer says so. Does nothing if an answer has begun.
 */
export function sendBare({ status, headers, body }: NodeAnswer, outgoing: Outgoing): void {
  if (outgoing.headersSent) return
  process.emitWarning(
    'What follows the recovery-code handler failed, or took ten seconds (a session that could not be saved?). Its answer was sent without a session. Save the session in `onTokens`.',
  )
  for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name)
  for (const [name, value] of headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  outgoing.statusCode = status
  outgoing.end(withoutSession(body))
  // What the framework writes later would throw into the callback of whoever kept it waiting.
  const drop = () => outgoing
  Object.assign(outgoing, { writeHead: drop, write: drop, end: drop, setHeader: drop })
}

/** The same ten seconds for what a framework does between our answer and the wire as `onTokens` has. */
export function sendBareIfLate(answer: NodeAnswer, outgoing: Outgoing): void {
  const sent = new Promise<void>((resolve) => void outgoing.once('close', resolve))
  inTime(() => sent).catch(() => sendBare(answer, outgoing))
}

function withoutSession(body: string): string {
  const parsed = parseJson(body)
  return parsed !== null && typeof parsed === 'object' && 'session' in parsed
    ? JSON.stringify({ ...parsed, session: false })
    : body
}
