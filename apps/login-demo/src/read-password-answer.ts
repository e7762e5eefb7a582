import { readMfaRequired } from 'react-recovery-login'
import type { PasswordAnswer } from './sign-in.ts'

/** What the password grant's answer means for the page, whether from the OAuth server or passed on by your own. */
export async function readPasswordAnswer(response: Response): Promise<PasswordAnswer> {
  if (response.ok) return { outcome: 'signed-in' }
  const body = await response.json().catch(() => undefined)
  const mfa = readMfaRequired(body)
  if (mfa === undefined) return { outcome: body?.error === 'invalid_grant' ? 'refused' : 'failed' }
  const mayEnrol = body.mfa_requirements?.enroll !== undefined
  return mayEnrol ? { outcome: 'enrol', mfaToken: mfa.mfaToken } : { outcome: 'mfa-required', mfa }
}
