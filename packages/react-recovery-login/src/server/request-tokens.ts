import { ownMembers } from '../protocol/own-member.ts'
import { readVerification, type Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import { RECOVERY_CODE_GRANT_TYPE } from '../protocol/verify-recovery-code.ts'
import { inTime } from './in-time.ts'

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** What goes to the token endpoint. All but `clientId` and `address` are secrets. */
export interface TokenRequest {
  readonly clientId: string
  /** A `client_secret`, or a `client_assertion`. */
  readonly proof: { readonly secret: string } | { readonly assertion: string }
  readonly mfaToken: string
  readonly recoveryCode: string
  /** The person's IP address. */
  readonly address?: string | undefined
}

/**
 * The one POST. It has no time-out and no AbortSignal: whoever posted the code may be gone, but the answer holds the
 * only copy of the new one. Never rejects.
 *
 * @see https://auth0.com/docs/api/authentication/multi-factor-authentication/verify-with-recovery-code
 */
export async function requestTokens(
  endpoint: URL,
  request: TokenRequest,
  send: typeof fetch,
): Promise<Verification> {
  const { clientId, mfaToken, recoveryCode, address } = request
  const proof = ownMembers(request.proof)
  const body = new URLSearchParams({
    grant_type: RECOVERY_CODE_GRANT_TYPE,
    client_id: clientId,
    ...('secret' in proof
      ? { client_secret: proof.secret }
      : { client_assertion: proof.assertion, client_assertion_type: ASSERTION_TYPE }),
    mfa_token: mfaToken,
    recovery_code: recoveryCode,
  })
  const headers = address && { 'auth0-forwarded-for': address }
  try {
    // A redirect would post the secret elsewhere. `error`, `cache` and `credentials` are not known on every server.
    const init = { method: 'POST', body, redirect: 'manual', ...(headers && { headers }) } as const
    return await settled(ownMembers(await readVerification(await send(endpoint, ownMembers(init)))))
  } catch {
    return { outcome: 'unknown', error: new RecoveryCodeError('network') }
  }
}

/**
 * Waits for the tokens behind a code where the line stalls, as long as for a session: three seconds of silence and ten
 * for each of the two are less than the thirty after which the browser says that there is no answer.
 */
async function settled(answer: Verification): Promise<Verification> {
  if (answer.outcome !== 'unfinished') return answer
  const { later } = answer
  const rest = await inTime(async () => later ?? answer).catch(() => answer)
  return rest.outcome === 'verified' ? ownMembers(rest) : answer
}
