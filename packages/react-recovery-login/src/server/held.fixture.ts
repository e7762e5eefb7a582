import { createHeldAnswers, type HeldAnswersOptions } from './create-held-answers.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import { memoryAnswers } from './memory-answers.ts'
import { form, post, tokenAnswer } from './server.fixture.ts'
import { SECRET } from './sign-in-cookie.fixture.ts'
import { create } from './stalled.fixture.ts'

export interface HeldSetup {
  readonly handler: (request: Request) => Promise<Response>
  readonly events: readonly RecoveryCodeHandlerEvent[]
  /** Every exchange upstream. */
  readonly sent: readonly URLSearchParams[]
  /** How many sessions were made. */
  sessions(): number
  /** A browser's request, with these parameters besides its own. */
  ask(changes?: Readonly<Record<string, string>>): Promise<Asked>
}

/** What a browser gets. */
export interface Asked {
  readonly status: number
  readonly cookies: readonly string[]
  readonly body: Readonly<Record<string, unknown>>
}

/** A handler that holds its answers, and its upstream. */
export function held(
  changes: object = {},
  heldOptions: Partial<HeldAnswersOptions> = {},
): HeldSetup {
  const sent: URLSearchParams[] = []
  let sessions = 0
  const { handler, events } = create({
    fetch: async (_url: URL, { body }: RequestInit) => {
      sent.push(new URLSearchParams(String(body)))
      return Response.json(tokenAnswer)
    },
    onTokens: () => ({ 'set-cookie': `session=${(sessions += 1)}; HttpOnly` }),
    held: createHeldAnswers({ store: memoryAnswers(), secret: SECRET, ...heldOptions }),
    ...changes,
  })
  return {
    handler,
    events,
    sent,
    sessions: () => sessions,
    ask: async (given = {}) => seen(await handler(post(form(given)))),
  }
}

export async function seen(response: Response): Promise<Asked> {
  const text = await response.text()
  return {
    status: response.status,
    cookies: response.headers.getSetCookie(),
    body: text === '' ? {} : (JSON.parse(text) as Asked['body']),
  }
}
