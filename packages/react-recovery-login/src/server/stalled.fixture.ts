import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { options, tokenAnswer } from './server.fixture.ts'

/** Milliseconds. */
export const TEN_SECONDS = 10_000
/** Milliseconds. */
export const HOUR = 3_600_000

/** The headers of a browser's POST from a page of the same origin. */
export const HEADERS = {
  origin: 'https://app.example.com',
  'content-type': 'application/x-www-form-urlencoded',
} as const

/** An upstream that answers on demand. */
export function silentUpstream(): {
  readonly fetch: () => Promise<Response>
  readonly open: readonly unknown[]
  answer(body?: object): void
} {
  const open: ((response: Response) => void)[] = []
  const fetch = () => new Promise<Response>((resolve) => open.push(resolve))
  return {
    fetch,
    open,
    answer: (body: object = tokenAnswer) => open.shift()?.(Response.json(body)),
  }
}

/** A handler with options of any type, and its events. */
export function create(changes: object): {
  readonly handler: (request: Request) => Promise<Response>
  readonly events: readonly RecoveryCodeHandlerEvent[]
} {
  const events: RecoveryCodeHandlerEvent[] = []
  const onEvent = (event: RecoveryCodeHandlerEvent) => void events.push(event)
  const all = { ...options, onEvent, ...changes } as RecoveryCodeHandlerOptions
  return { handler: createRecoveryCodeHandler(all), events }
}

/** A form that arrives piece by piece and never ends. */
export function stalledPost(piece = 'grant_type=', everyMs: number = HOUR): Request {
  let timer: ReturnType<typeof setTimeout>
  const body = new ReadableStream<string>({
    start: (controller) => controller.enqueue(piece),
    pull: (controller) =>
      new Promise((pulled) => {
        timer = setTimeout(() => {
          controller.enqueue('a')
          pulled()
        }, everyMs)
      }),
    cancel: () => clearTimeout(timer),
  }).pipeThrough(new TextEncoderStream())
  const init = { method: 'POST', body, headers: HEADERS, duplex: 'half' }
  return new Request(HEADERS.origin, init)
}
