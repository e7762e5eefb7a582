export type { TokenSet } from './protocol/read-verification.ts'
export { createRecoveryCodeHandler } from './server/create-recovery-code-handler.ts'
export {
  createSignInCookie,
  type SignInCookie,
  type SignInCookieOptions,
  type StartedSignIn,
} from './server/create-sign-in-cookie.ts'
export type { HostCallback, RecoveryCodeHandlerEvent } from './server/host-callbacks.ts'
export type { RecoveryCodeHandlerOptions } from './server/recovery-code-handler-options.ts'
