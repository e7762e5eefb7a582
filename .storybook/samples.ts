import { auth0RecoveryCodeFormat, type CapturePlatform } from 'react-recovery-login'

/** The codes of the scenarios. */
export const recoveryCode = 'H4TZ8MPW6RKC2VXN9JQB7SGD'
export const newRecoveryCode = 'W9QJ3NBX7VGT5KZR2MCH8DPF'
export const format = auth0RecoveryCodeFormat

/** Fixed, so that pictures do not change by the day. */
export const issuedAt = Date.UTC(2026, 10, 24, 12)

export const site = 'Fernhill'
export const account = 'mira@example.com'

/** Where every way to save works and none opens a dialog. */
export const platform: CapturePlatform = {
  copy: async () => 'done',
  download: async () => 'asked',
  print: async () => 'asked',
  share: async () => 'done',
  offers: (action) => action !== 'share',
}

/** What every story of a whole sign-in gives; the mfa token and the endpoint of a scenario take the place of these. */
export const signInArgs = {
  mfaToken: 'mfa-token',
  transport: { endpoint: '/login/recovery-code' },
  site,
  account,
  platform,
}
