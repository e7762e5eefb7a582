import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'

export type Incoming = IncomingMessage | Http2ServerRequest
export type Outgoing = ServerResponse | Http2ServerResponse

/** The handler's complete answer. */
export interface NodeAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** One call of the handler, from any framework. */
export interface Call {
  readonly incoming: Incoming
  readonly outgoing: Outgoing
  /** What a parser left of the body, if one ran. */
  readonly parsed: unknown
  /** Answers through the framework. Throws what it throws. */
  readonly send: (answer: NodeAnswer) => void
  /** Whether the framework waits for the answer, not the handler's promise. */
  readonly waitsForAnswer: boolean
}
