import { createRecoveryCodeHandler } from 'react-recovery-login/server'

/** The handler that every runtime serves. `domain` is where its token endpoint is, `fetch` one in place of the runtime's. */
export const handlerFor = (domain, fetch) =>
  createRecoveryCodeHandler({
    domain,
    fetch,
    clientId: 'the-client',
    clientSecret: 'the-secret',
    allowedOrigins: ['https://login.example.com'],
    onTokens: () => [
      ['set-cookie', 'session=1; Path=/; HttpOnly'],
      ['set-cookie', 'seen=1; Expires=Fri, 01 Jan 2100 00:00:00 GMT'],
    ],
  })
