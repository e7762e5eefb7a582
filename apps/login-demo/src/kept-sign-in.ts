import type { RecoveryCodePlace } from './page.ts'

/**
 * The sign-in of the recovery-code page, kept in this history entry: a reload, or a tab that is opened again, is then
 * the same sign-in. Only for handles, which are worthless without their cookie: an mfa token must not be stored.
 */
export const keptSignIn = {
  read(): RecoveryCodePlace | undefined {
    const place = (history.state as { readonly signIn?: RecoveryCodePlace } | null)?.signIn
    return place !== undefined && place.expiresAt > Date.now() ? place : undefined
  },
  write(place: RecoveryCodePlace | undefined): void {
    history.replaceState(place ? { signIn: place } : null, '')
  },
}
