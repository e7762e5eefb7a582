// A server's own program: no DOM in its `lib`.
import {
  listAuthenticators,
  readMfaRequired,
  readVerification,
  verifyRecoveryCode,
  type RecoveryCodeTransport,
  type Verification,
} from 'react-recovery-login/protocol'
import {
  createRecoveryCodeHandler,
  type RecoveryCodeHandlerOptions,
} from 'react-recovery-login/server'

const options: RecoveryCodeHandlerOptions = {
  domain: 'tenant.eu.auth0.com',
  clientId: 'the-client',
  clientSecret: 'the-secret',
  fetch: (input, init) => fetch(input, init),
  clientAddress: (request) => request.headers.get('cf-connecting-ip') ?? undefined,
  resolveMfaToken: async (handle, request) => (request.method === 'POST' ? handle : undefined),
  onTokens(tokens, request, signal) {
    signal.throwIfAborted()
    const headers = new Headers({ 'x-url': request.url })
    headers.append('set-cookie', `session=${tokens.access_token}`)
    return headers
  },
}

export const answer: Promise<Response> = createRecoveryCodeHandler(options)(
  new Request('https://app.example/login', { method: 'POST' }),
)
createRecoveryCodeHandler({ ...options, onTokens: () => ({ 'set-cookie': 'session=1' }) })
createRecoveryCodeHandler({ ...options, onTokens: () => [['set-cookie', 'session=1']] })
createRecoveryCodeHandler({ ...options, onTokens: async () => {} })
// @ts-expect-error: not headers
createRecoveryCodeHandler({ ...options, onTokens: () => 1 })

const transport: RecoveryCodeTransport = {
  endpoint: new URL('https://app.example/login'),
  credentials: 'include',
  fetch,
}
export async function signIn(body: unknown): Promise<Verification> {
  const { mfaToken } = readMfaRequired(body) ?? { mfaToken: '' }
  await listAuthenticators({ domain: 'tenant.eu.auth0.com', mfaToken, fetch })
  return verifyRecoveryCode({ transport, mfaToken, recoveryCode: 'code' })
}
export const read: Promise<Verification> = readVerification(Response.json({}))
