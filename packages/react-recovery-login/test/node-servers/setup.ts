import type { RecoveryCodeHandlerOptions } from '../../src/server/recovery-code-handler-options.ts'

/**
 * What stands before the handler: nothing, parsers, something that reads the body and keeps nothing of it, or that
 * answers.
 */
export type Before = 'nothing' | 'form' | 'text' | 'json' | 'reader' | 'answer'

/** Where sessions are kept. It may fail, or not answer until it is released, when one is saved. */
export class Sessions {
  saving: 'works' | 'fails' | 'hangs' = 'works'
  /** How often a save was asked for. */
  asked = 0
  readonly kept: Map<string, unknown> = new Map()
  readonly release: (() => void)[] = []

  set(id: string, session: unknown, done: (error?: unknown) => void): void {
    this.asked += 1
    this.kept.set(id, JSON.parse(JSON.stringify(session)))
    if (this.saving === 'fails') setImmediate(done, new Error('The store is down.'))
    else if (this.saving === 'works') setImmediate(done)
    else this.release.push(done)
  }
}

export interface Setup {
  readonly before: Before
  readonly sessions: Sessions
  readonly fetch: typeof fetch
  readonly onEvent: NonNullable<RecoveryCodeHandlerOptions['onEvent']>
  /** Whether `onTokens` saves the session, as it should, or leaves it to the framework. */
  readonly saved: boolean
  /** What the callbacks got as the request. */
  readonly given: object[]
}

/** Signs the sessions. */
export const secret = 'of at least thirty-two characters'

/** The options that are the same with each framework. */
export function client({ fetch, onEvent }: Pick<Setup, 'fetch' | 'onEvent'>): Pick<
  Setup,
  'fetch' | 'onEvent'
> & {
  readonly domain: string
  readonly clientId: string
  readonly clientSecret: string
} {
  return { domain: 'tenant.eu.auth0.com', clientId: 'client-1', clientSecret: 'x', fetch, onEvent }
}
