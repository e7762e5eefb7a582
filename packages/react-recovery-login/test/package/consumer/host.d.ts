// What the docs' code blocks leave to the app.
import type * as React from 'react'
import type { RecoveryCodeChallengeProps } from 'react-recovery-login'
import type { AvailabilityRequest, Completion } from 'react-recovery-login/headless'
import type { RecoveryCodeTransport, TokenSet } from 'react-recovery-login/protocol'
import type { PlaywrightRoute } from 'react-recovery-login/mocks'
import type { HeldAnswers } from 'react-recovery-login/server'
import type { RequestHandler } from 'msw'

declare global {
  const { useState, forwardRef }: typeof React
  type ComponentProps<Tag extends 'button'> = React.ComponentProps<Tag>

  const props: RecoveryCodeChallengeProps
  const mfaToken: string
  const transport: RecoveryCodeTransport
  const { domain, challenge }: AvailabilityRequest
  const clientId: string
  const error: unknown
  function onComplete(completion: Completion): void
  function keepInMemory(tokens: TokenSet | undefined): void

  const router: Record<'push' | 'replace', (path: string) => void>
  const useRouter: () => typeof router
  const dialog: React.RefObject<HTMLDialogElement>
  const bridge: { copy(text: string): Promise<boolean> }
  function confirmEnrolment(): Promise<void>
  function endSession(): Promise<void>
  function createSession(tokens: TokenSet): Promise<string>
  const app: {
    post(path: string, handler: (request: express.Request, response: object) => void): void
  }
  namespace express {
    interface Request {
      readonly headers: object
      readonly session: {
        tokens?: TokenSet
        regenerate(done: (error?: unknown) => void): void
        save(done: (error?: unknown) => void): void
      }
    }
  }
  function signIn(session: express.Request['session'], tokens: TokenSet): Promise<void>

  const answers: HeldAnswers
  const interrupted: boolean
  const expiresAt: number

  const Columns: React.FC<{ children: React.ReactNode }>
  const SaveToVault: React.FC<{ code: string }>
  const MyButton: React.FC<React.ComponentProps<'button'>>
  const LoginPage: React.FC<{ mfaToken: string; transport: RecoveryCodeTransport }>

  const server: { use(...handlers: RequestHandler[]): void }
  const msw: typeof server
  const page: {
    route(url: string, answer: (route: PlaywrightRoute) => Promise<void>): Promise<void>
  }
  const meta: {
    story(story: { args: object; beforeEach(context: { msw: typeof msw }): void }): unknown
  }
}
