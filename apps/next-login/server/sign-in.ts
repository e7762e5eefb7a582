import { createSignInCookie } from 'react-recovery-login/server'

/** Seals the mfa token into a cookie; the page gets a handle. The secret is read on first use, not at build time. */
export const signIn = createSignInCookie({ secret: () => process.env.SIGN_IN_SECRET ?? '' })
