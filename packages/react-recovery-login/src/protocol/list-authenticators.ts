import { ownMember, ownString, parseJson } from './own-member.ts'
import { readBody } from './read-body.ts'
import { readRefusal } from './read-refusal.ts'
import { RecoveryCodeError } from './recovery-code-error.ts'
import { originOf } from './transport.ts'

/** One entry of `GET /mfa/authenticators`, under its wire names. */
export interface Authenticator {
  readonly id: string
  /** `recovery-code`, `otp`, `oob`, … */
  readonly authenticator_type: string
  /** An inactive one cannot be used: an enrolment that was never confirmed. */
  readonly active: boolean
}

export interface ListAuthenticatorsRequest {
  /** As in the direct transport. */
  readonly domain: string
  readonly mfaToken: string
  readonly fetch?: typeof fetch
}

/**
 * What a person could be challenged with. A GET that spends nothing and may be repeated.
 *
 * @throws RecoveryCodeError `misused`, `network`, `invalid-response`, or what the server's refusal means.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api
 */
export async function listAuthenticators(
  request: ListAuthenticatorsRequest,
): Promise<readonly Authenticator[]> {
  const { domain, mfaToken, fetch: send = fetch } = request
  const response = await send(new URL('/mfa/authenticators', originOf(domain)), {
    headers: { authorization: `Bearer ${mfaToken}` },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  }).catch(() => {
    throw new RecoveryCodeError('network')
  })
  const { text } = await readBody(response)
  if (!response.ok) throw readRefusal(response, text, Date.now())
  const list = parseJson(text)
  if (!Array.isArray(list)) throw new RecoveryCodeError('invalid-response', { status: response.status })
  return list.map((item: unknown) => ({
    id: ownString(item, 'id') ?? '',
    authenticator_type: ownString(item, 'authenticator_type') ?? '',
    active: ownMember(item, 'active') === true,
  }))
}
