import { inTime } from '../server/in-time.ts'
import { parseJson } from '../protocol/own-member.ts'
import type { NodeAnswer, Outgoing } from './call.ts'

/**
 * Answers past the framework, if it would answer with its own error or not at all: the new code must reach the person.
 * It is sent without a session, and says so. Does nothing if an answer has begun.
 */
export function sendBare({ status, headers, body }: NodeAnswer, outgoing: Outgoing): void {
  if (outgoing.headersSent) return
  process.emitWarning(
    'Something after the recovery-code handler failed, or took ten seconds (a session that could not be saved?). Its answer was sent without a session. Save the session in `onTokens`.',
  )
  for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name)
  for (const [name, value] of headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  outgoing.statusCode = status
  outgoing.end(withoutSession(body))
  // Later writes by the framework would throw into the callback that kept it waiting.
  const drop = () => outgoing
  Object.assign(outgoing, { writeHead: drop, write: drop, end: drop, setHeader: drop })
}

/** Gives the framework the same ten seconds to send our answer as `onTokens` has. */
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
