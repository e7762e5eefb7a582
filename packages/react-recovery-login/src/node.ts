export type { TokenSet } from './protocol/read-verification.ts'
export {
  createNodeRecoveryCodeHandler,
  type NodeRecoveryCodeHandler,
  type NodeRecoveryCodeHandlerOptions,
} from './node/create-node-recovery-code-handler.ts'
export type { NodeRequest } from './node/with-own-request.ts'
export type { HostCallback, RecoveryCodeHandlerEvent } from './server/host-callbacks.ts'
export type { RequestRefusal } from './server/refuse-request.ts'
