import { createSignInCookie } from 'react-recovery-login/server'

/** Seals the mfa token into a cookie; the page gets a handle. The secret is read at the first use, not at the build. */
export const signIn = createSignInCookie({ secret: () => process.env.SIGN_IN_SECRET ?? '' })
