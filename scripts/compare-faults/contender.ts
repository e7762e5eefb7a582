import type { QueryClient } from '@tanstack/react-query'

/** A contender's environment: the token endpoint, and the app around it. */
export interface World {
  readonly origin: string
  readonly clientId: string
  readonly mfaToken: string
  readonly recoveryCode: string
  readonly client: QueryClient
}

/** One sign-in, as a person sees it. */
export interface SignIn {
  /** Called twice, it submits twice in one tick. */
  submit(): void
  /** Another route of the same app, and back. */
  leave(): void
  comeBack(): void
  /** What the person can read, or what the caller got. */
  text(): string
  /** Whether something is still pending without user action. */
  busy(): boolean
  /** Confirms that the new code is saved, if asked. */
  finish(): void
}

export interface Contender {
  readonly name: string
  /** Whether it has its own page, in an app with a QueryClient. */
  readonly page: boolean
  readonly retry?: number
  open(world: World): SignIn
}
