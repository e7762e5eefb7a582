import type { RecoveryCodeHandlerOptions } from '../../src/server/recovery-code-handler-options.ts'

/** What runs before the handler: nothing, a parser, something that reads the body and drops it, or that answers. */
export type Before = 'nothing' | 'form' | 'text' | 'json' | 'reader' | 'answer'

/** A session store. Saving may fail, or hang until it is released. */
export class Sessions {
  saving: 'works' | 'fails' | 'hangs' = 'works'
  /** How often a save was requested. */
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
  /** Whether `onTokens` saves the session, as it should, or leaves that to the framework. */
  readonly saved: boolean
  /** The requests that the callbacks got. */
  readonly given: object[]
}

/** Signs the sessions. */
export const secret = 'of at least thirty-two characters'

/** The options that all frameworks share. */
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
