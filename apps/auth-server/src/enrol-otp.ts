import { randomInt } from 'node:crypto'
import { hashSecret, newRecoveryCode } from './codes.ts'
import { OAuthError } from './oauth-error.ts'
import type { PendingSignIn } from './state.ts'
import { accountOf, type Tenant } from './tenant.ts'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export interface OtpEnrolment {
  readonly authenticator_type: 'otp'
  /** For an authenticator app, typed by hand or scanned from the URI's QR code. */
  readonly secret: string
  readonly barcode_uri: string
  /** One code, only the first time. */
  readonly recovery_codes?: readonly [string]
}

/**
 * Adds an otp authenticator to an account that had none when the person signed in.
 *
 * @throws OAuthError if it had one: a password alone must not add a second factor to a protected account.
 */
export function enrolOtp(tenant: Tenant, signIn: PendingSignIn, request: unknown): OtpEnrolment {
  if (!asksForOtp(request))
    throw new OAuthError(400, 'invalid_request', 'authenticator_types must be ["otp"]')
  if (!signIn.mayEnrol) throw new OAuthError(403, 'access_denied', 'User is already enrolled.')
  const { email } = signIn
  const secret = Array.from({ length: 32 }, () => BASE32[randomInt(BASE32.length)]).join('')
  const enrolment = {
    authenticator_type: 'otp',
    secret,
    barcode_uri: `otpauth://totp/auth-server:${encodeURIComponent(email)}?secret=${secret}&issuer=auth-server&algorithm=SHA1&digits=6&period=30`,
  } as const
  if (accountOf(tenant, email).codeHash !== null) return enrolment
  const first = newRecoveryCode()
  tenant.state.change(email, { factors: ['otp'], codeHash: hashSecret(first) })
  return { ...enrolment, recovery_codes: [first] }
}

function asksForOtp(request: unknown): boolean {
  if (typeof request !== 'object' || request === null || !('authenticator_types' in request))
    return false
  const types = request.authenticator_types
  return Array.isArray(types) && types.length === 1 && types[0] === 'otp'
}
