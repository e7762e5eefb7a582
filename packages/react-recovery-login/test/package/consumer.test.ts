import { expect, it } from 'vitest'
import { run } from './in-consumer.ts'

it('renders the hook on a server', () => {
  expect(run('render-hook.ts')).toBe('<main>prompt</main>')
})

it('submits through the hook in a page, and shows the new code', () => {
  expect(run('submit.mjs')).toEqual({
    sent: [{ url: 'https://app.example/login/recovery-code', code: 'K6LGLV3RSH3VERMKET8L7QKU' }],
    step: 'capture',
    shown: 'NEWC1DE2NEWC3DE4NEWC5DE6',
  })
})

it('G18 throws on render for a client secret next to the transport', () => {
  expect(() => run('render-hook.ts', 'clientSecret')).toThrow(
    'The options have `clientSecret`. A browser cannot keep a secret',
  )
})

it('signs in through the handler', () => {
  expect(run('sign-in.ts')).toEqual({
    upstream: [
      {
        url: 'https://tenant.eu.auth0.com/oauth/token',
        form: {
          grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
          client_id: 'the-client',
          client_secret: 'the-secret',
          mfa_token: 'the-mfa-token',
          recovery_code: 'ABCD1234EFGH5678JKLM9NOP',
        },
      },
    ],
    accessToken: 'the-access-token',
    cookie: 'session=1',
    // The tokens stay on the server.
    verification: { outcome: 'verified', newRecoveryCode: 'NEWC1DE2NEWC3DE4NEWC5DE6' },
  })
})
