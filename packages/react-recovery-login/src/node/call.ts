import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'

export type Incoming = IncomingMessage | Http2ServerRequest
export type Outgoing = ServerResponse | Http2ServerResponse

/** What the handler answers, whole. */
export interface NodeAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** One call of the handler, whatever framework it comes from. */
export interface Call {
  readonly incoming: Incoming
  readonly outgoing: Outgoing
  /** What a parser left of the body, if one ran. */
  readonly parsed: unknown
  /** Answers by the framework's own means. Throws what they throw. */
  readonly send: (answer: NodeAnswer) => void
  /** Whether the framework waits for the answer, and not for the handler's promise. */
  readonly waitsForAnswer: boolean
}
