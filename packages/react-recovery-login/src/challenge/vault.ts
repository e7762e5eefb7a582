import { createCapture, type CaptureStore } from '../capture/create-capture.ts'
import { Secret } from '../capture/secret.ts'
import type { TokenSet } from '../protocol/read-verification.ts'
import type { Answered } from './create-sender.ts'

/** What an answer leaves to be kept, in one place, so that nothing is forgotten when it is stored or wiped. */
export interface Vault {
  /** If its outcome is unknown: the person may send it again. */
  readonly sentCode: string | undefined
  readonly tokens: TokenSet | undefined
  /** Made from the new code, if one came. */
  readonly capture: CaptureStore | undefined
}

/** Before an answer, and after the end. */
export const EMPTY: Vault = { sentCode: undefined, tokens: undefined, capture: undefined }

/** The vault for an answer that has just come. */
export function vaultOf({ answer, sent, receivedAt }: Answered): Vault {
  const code = 'newRecoveryCode' in answer ? answer.newRecoveryCode : undefined
  return {
    sentCode: answer.outcome === 'unknown' ? sent : undefined,
    tokens: answer.outcome === 'verified' ? answer.tokens : undefined,
    capture:
      code === undefined
        ? undefined
        : createCapture(new Secret(code), new Secret(sent), receivedAt),
  }
}
