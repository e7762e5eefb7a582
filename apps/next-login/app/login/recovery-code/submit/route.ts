import { createRecoveryCodeHandler } from 'react-recovery-login/server'
import { accountOf } from '../../../../server/account-of'
import { beginSession } from '../../../../server/session'
import { signIn } from '../../../../server/sign-in'

export const POST = createRecoveryCodeHandler(() => ({
  domain: process.env.AUTH0_DOMAIN ?? '',
  clientId: process.env.AUTH0_CLIENT_ID ?? '',
  clientSecret: process.env.AUTH0_CLIENT_SECRET ?? '',
  ...signIn,
  onTokens: async ({ id_token }, request) => [
    ['set-cookie', await beginSession(accountOf(id_token), request)],
    ...signIn.end(request),
  ],
  onEvent: (event) => console.info('recovery code', JSON.stringify(event)),
}))
