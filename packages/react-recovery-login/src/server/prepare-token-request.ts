import type { RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import { RECOVERY_CODE_GRANT_TYPE } from '../protocol/verify-recovery-code.ts'
import { isAddress } from './client-address.ts'
import { tell, type HostCallback } from './host-callbacks.ts'
import { inTime } from './in-time.ts'
import type { Submission } from './read-submission.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import type { TokenRequest } from './request-tokens.ts'

/**
 * What goes to the token endpoint: the resolved mfa token, the code, and the proof of the client. Nothing has been sent
 * yet, so what fails here must not read as "the code may be used up".
 *
 * @returns Or the code of the error that it is refused with.
 */
export async function prepareTokenRequest(
  { mfaToken: handle, recoveryCode }: Submission,
  request: Request,
  options: RecoveryCodeHandlerOptions,
): Promise<TokenRequest | RecoveryCodeErrorCode> {
  let callback: HostCallback = 'resolveMfaToken'
  try {
    return await inTime(async () => {
      const { resolveMfaToken } = options
      const mfaToken = resolveMfaToken ? ((await resolveMfaToken(handle, request)) ?? '') : handle
      // Throws for what is not a string.
      if (mfaToken.trim() === '') return 'sign-in-expired'
      callback = 'clientAssertion'
      const proof: Readonly<Record<string, string>> = options.clientAssertion
        ? {
            client_assertion: await options.clientAssertion(),
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          }
        : { client_secret: options.clientSecret }
      callback = 'clientAddress'
      const address = String(options.clientAddress?.(request))
      const headers: HeadersInit = isAddress(address) ? { 'auth0-forwarded-for': address } : {}
      const body = new URLSearchParams({
        grant_type: RECOVERY_CODE_GRANT_TYPE,
        client_id: options.clientId,
        ...proof,
        mfa_token: mfaToken,
        recovery_code: recoveryCode,
      })
      return { body, headers }
    })
  } catch {
    tell(options.onEvent, { type: 'callback-failed', callback })
    return 'not-enabled'
  }
}
