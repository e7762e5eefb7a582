import { ownMember, ownString, parseJson } from './own-member.ts'
import { readBody } from './read-body.ts'
import { readRefusal } from './read-refusal.ts'
import { RecoveryCodeError } from './recovery-code-error.ts'
import { assertOptions, originOf, type NoSecret } from './transport.ts'

/** One entry of `GET /mfa/authenticators`, under its wire names. */
export interface Authenticator {
  readonly id: string
  /** `recovery-code`, `otp`, `oob`, … */
  readonly authenticator_type: string
  /** An inactive one can't be used: its enrolment was never confirmed. */
  readonly active: boolean
}

export interface ListAuthenticatorsRequest extends NoSecret {
  /** As in `DirectTransport`. */
  readonly domain: string
  readonly mfaToken: string
  readonly fetch?: typeof fetch | undefined
}

/**
 * Lists the factors a person could be challenged with. A GET that spends nothing and can be repeated.
 *
 * @throws RecoveryCodeError `misused`, `network`, `invalid-response`, or what the server's refusal means.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api
 */
export async function listAuthenticators(
  request: ListAuthenticatorsRequest,
): Promise<readonly Authenticator[]> {
  const { domain, mfaToken } = request
  assertOptions(request)
  const url = new URL('/mfa/authenticators', originOf(domain))
  const ask = async () => {
    const response = await (request.fetch ?? fetch)(url, {
      headers: { authorization: `Bearer ${mfaToken}` },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    })
    const body = await readBody(response)
    if (!response.ok) throw readRefusal(response, body, Date.now())
    return { list: parseJson(body.text), status: response.status }
  }
  const { list, status } = await ask().catch((error: unknown) => {
    // Any other error comes from the platform, and may quote the header with the mfa token.
    throw error instanceof RecoveryCodeError ? error : new RecoveryCodeError('network')
  })
  if (!Array.isArray(list)) throw new RecoveryCodeError('invalid-response', { status })
  return list.map((item: unknown) => ({
    id: ownString(item, 'id') ?? '',
    authenticator_type: ownString(item, 'authenticator_type') ?? '',
    active: ownMember(item, 'active') === true,
  }))
}
