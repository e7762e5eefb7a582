/** The password of every account. */
export const DEMO_PASSWORD = 'demo-password'

export type Factor = 'otp' | 'duo'

/** One account, one case: its fields say what is special about it. */
export interface SeededAccount {
  readonly email: string
  /** What happens, in one line. */
  readonly shows: string
  /** The code to type first. None: the account has no recovery code. */
  readonly recoveryCode?: string
  /** What is enrolled besides the recovery code. Nothing: the password leads to enrolment. */
  readonly factors: readonly Factor[]
  /** False: the code doesn't change after use. */
  readonly rotates?: false
  /** The attempts left at the start, of ten. */
  readonly attemptsLeft?: number
  /** Milliseconds. Default ten minutes. */
  readonly mfaTokenLifetime?: number
  /** What the tenant answers to the right code. Default: signed in. */
  readonly afterCode?: 'access-denied' | 'another-factor'
}

export const seededAccounts: readonly SeededAccount[] = [
  {
    email: 'usual@example.com',
    shows: 'signed in, with a new recovery code',
    recoveryCode: 'WQTJKWZ1DWM2BC2PNGSEV6RK',
    factors: ['otp'],
  },
  {
    email: 'no-rotation@example.com',
    shows: 'signed in, no new code: the old one keeps working',
    recoveryCode: 'V4XHGB9TXHSN7SPZNB3ALQ8Y',
    factors: ['otp'],
    rotates: false,
  },
  {
    email: 'duo@example.com',
    shows: 'Duo alone: there is no recovery code, any is refused',
    factors: ['duo'],
  },
  {
    email: 'google-authenticator@example.com',
    shows: 'the legacy factor: there is no recovery code, any is refused',
    factors: ['otp'],
  },
  {
    email: 'feature-off@example.com',
    shows: 'recovery codes are off for the tenant: any is refused',
    factors: ['otp'],
  },
  {
    email: 'rate-limited@example.com',
    shows: 'ten failures within the hour: wait, up to six minutes for one attempt',
    recoveryCode: '8U3FGMN5Y1WDKRCE7SXA4HJZ',
    factors: ['otp'],
    attemptsLeft: 0,
  },
  {
    email: 'expires-at-once@example.com',
    shows: 'the sign-in has expired before the code arrives',
    recoveryCode: 'PL6T2ZQX9VBA5CKJ3NHWGE71',
    factors: ['otp'],
    mfaTokenLifetime: 0,
  },
  {
    email: 'another-factor@example.com',
    shows: 'the code is right but not spent, and one more factor is required',
    recoveryCode: 'D5RYM8KE4XU1JGSB6TQHC2VN',
    factors: ['otp'],
    afterCode: 'another-factor',
  },
  {
    email: 'denied@example.com',
    shows: 'the code is right and spent, but the tenant refuses: it works once',
    recoveryCode: 'J9ZC3WNTHP7A2EGXQK4VL6MB',
    factors: ['otp'],
    afterCode: 'access-denied',
  },
  {
    email: 'new-here@example.com',
    shows: 'nothing enrolled yet: /mfa/associate hands out the first recovery code',
    factors: [],
  },
]

/** Addresses are compared case-insensitively. */
export function findAccount(email: string): SeededAccount | undefined {
  return seededAccounts.find((account) => account.email === email.toLowerCase())
}
