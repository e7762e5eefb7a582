import type { RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import { RECOVERY_CODE_GRANT_TYPE } from '../protocol/send-recovery-code.ts'
import { isAddress } from './client-address.ts'
import { tell, type HostCallback } from './host-callbacks.ts'
import { inTime } from './in-time.ts'
import type { Submission } from './read-submission.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import type { TokenRequest } from './request-tokens.ts'

/**
 * Builds the token request: the resolved mfa token, the code, and the client's credentials. Nothing has been sent yet,
 * so a failure here must not read as "the code may be used".
 *
 * @returns The request, or the code of the error that refuses it.
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
      // Throws if it is not a string.
      if (mfaToken.trim() === '') return 'sign-in-expired'
      callback = 'clientAssertion'
      const credentials: Readonly<Record<string, string>> = options.clientAssertion
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
        ...credentials,
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
