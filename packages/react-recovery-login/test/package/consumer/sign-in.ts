// A sign-in through both ends: verifyRecoveryCode posts to the handler, and the handler to a fake upstream below.
// Prints what each saw.
import { verifyRecoveryCode } from 'react-recovery-login/protocol'
import { createRecoveryCodeHandler } from 'react-recovery-login/server'

const upstream: { url: string; form: Record<string, string> }[] = []
let accessToken: string | undefined

const handler = createRecoveryCodeHandler({
  domain: 'tenant.eu.auth0.com',
  clientId: 'the-client',
  clientSecret: 'the-secret',
  onTokens(tokens) {
    accessToken = tokens.access_token
    return { 'set-cookie': 'session=1' }
  },
  async fetch(input, init) {
    const request = new Request(input, init)
    const form = new URLSearchParams(await request.text())
    upstream.push({ url: request.url, form: Object.fromEntries(form) })
    return Response.json({
      recovery_code: 'NEWC1DE2NEWC3DE4NEWC5DE6',
      access_token: 'the-access-token',
      token_type: 'Bearer',
      expires_in: 86_400,
    })
  },
})

let cookie: string | null = null
const verification = await verifyRecoveryCode({
  mfaToken: 'the-mfa-token',
  recoveryCode: 'abcd-1234-efgh-5678-jklm-9nop',
  transport: {
    endpoint: 'https://app.example/login/recovery-code',
    async fetch(input, init) {
      const request = new Request(input, init)
      // What a browser adds itself.
      request.headers.set('origin', 'https://app.example')
      request.headers.set('sec-fetch-site', 'same-origin')
      const response = await handler(request)
      cookie = response.headers.get('set-cookie')
      return response
    },
  },
})

console.log(JSON.stringify({ upstream, accessToken, cookie, verification }))
