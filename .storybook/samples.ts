import { auth0RecoveryCodeFormat, type CapturePlatform } from 'react-recovery-login'

/** The scenarios' codes. */
export const recoveryCode = 'H4TZ8MPW6RKC2VXN9JQB7SGD'
export const newRecoveryCode = 'W9QJ3NBX7VGT5KZR2MCH8DPF'
export const format = auth0RecoveryCodeFormat

/** Fixed, so screenshots don't change every day. */
export const issuedAt = Date.UTC(2026, 10, 24, 12)

export const site = 'Fernhill'
export const account = 'mira@example.com'

/** Every way to save works, and none opens a dialog. */
export const platform: CapturePlatform = {
  copy: async () => 'done',
  download: async () => 'asked',
  print: async () => 'asked',
  share: async () => 'done',
  offers: (action) => action !== 'share',
}

/** The props of every story of a whole sign-in; a scenario's mfa token and endpoint replace these. */
export const signInArgs = {
  mfaToken: 'mfa-token',
  transport: { endpoint: '/login/recovery-code' },
  site,
  account,
  platform,
}
