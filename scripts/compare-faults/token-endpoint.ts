import { canaries } from '#test/canaries.ts'
import { serve } from '#test/serve.ts'
import { idToken, type Fault } from './faults.ts'

const { newCode, accessToken, refreshToken } = canaries
const refusal = { error: 'invalid_grant', error_description: 'MFA Authorization rejected.' }

/** Auth0's token endpoint for recovery codes: a code works once, and the answer holds the next one. */
export async function startTokenEndpoint(fault: Fault, clientId: string) {
  let spent = false
  const { origin, seen } = await serve((response) => {
    if (fault.instead) return fault.instead(response)
    const good = { ...success, id_token: goodIdToken(origin, clientId) }
    const body = spent ? refusal : (fault.body?.(good) ?? good)
    response.statusCode = spent ? 403 : 200
    spent = true
    const text = JSON.stringify(body)
    if (fault.wire) void fault.wire(response, text)
    else response.end(text)
  })
  return {
    origin,
    posts: () => seen.length,
    /** A new code was issued, and a client that waited and read the answer could have it. */
    readable: () => spent && !fault.unreadable,
  }
}

/** In the order of Auth0's guide. */
const success = {
  access_token: accessToken,
  refresh_token: refreshToken,
  id_token: '',
  scope: 'openid',
  recovery_code: newCode,
  expires_in: 86_400,
  token_type: 'Bearer',
}

function goodIdToken(origin: string, clientId: string): string {
  const now = Math.floor(Date.now() / 1000)
  return idToken({ iss: `${origin}/`, aud: clientId, sub: 'auth0|1', iat: now, exp: now + 3600 })
}
