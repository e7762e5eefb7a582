import { createRecoveryCodeHandler, createSignInCookie } from 'react-recovery-login/server'

const signIn = createSignInCookie({ secret: 'at-least-32-characters-of-a-secret' })

/** The handler that every runtime serves. `domain` is its token endpoint's, `fetch` replaces the runtime's. */
export const handlerFor = (domain, fetch) => {
  const options = {
    domain,
    fetch,
    clientId: 'the-client',
    clientSecret: 'the-secret',
    allowedOrigins: ['https://login.example.com'],
    onTokens: () => [
      ['set-cookie', 'session=1; Path=/; HttpOnly'],
      ['set-cookie', 'seen=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT'],
    ],
  }
  const direct = createRecoveryCodeHandler(options)
  const withCookie = createRecoveryCodeHandler({
    ...options,
    resolveMfaToken: signIn.resolveMfaToken,
  })
  return async (request) => {
    switch (new URL(request.url).pathname) {
      case '/password': {
        const { handle, headers } = await signIn.start({ mfaToken: 'sealed-token' }, request)
        return Response.json({ handle }, { headers })
      }
      case '/login-with-cookie':
        return withCookie(request)
      default:
        return direct(request)
    }
  }
}
