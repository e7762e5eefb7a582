import type { QueryClient } from '@tanstack/react-query'

/** What a contender is put into: the token endpoint, and the app around it. */
export interface World {
  readonly origin: string
  readonly clientId: string
  readonly mfaToken: string
  readonly recoveryCode: string
  readonly client: QueryClient
}

/** One sign-in, as a person has it before them. */
export interface SignIn {
  /** Twice in one tick where it is called twice. */
  submit(): void
  /** Another route of the same app, and back. */
  leave(): void
  comeBack(): void
  /** What the person can read, or what the caller was handed. */
  text(): string
  /** Something is still on its way without anybody's doing. */
  busy(): boolean
  /** Confirms that the new code is saved, where that is asked. */
  finish(): void
}

export interface Contender {
  readonly name: string
  /** It has a page of its own, in an app with a QueryClient. */
  readonly page: boolean
  readonly retry?: number
  open(world: World): SignIn
}
