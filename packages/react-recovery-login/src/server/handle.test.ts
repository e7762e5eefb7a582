import { describe, expect, it, test, vi } from 'vitest'
import { readVerification } from '../protocol/read-verification.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import type { RecoveryCodeHandlerEvent } from './host-callbacks.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'
import { form, options, post, secrets, tokenAnswer } from './server.fixture.ts'

/** 128 random bits in base64url. */
const HANDLE = 'dW5ndWVzc2FibGUtMTZieQ'

async function signIn(
  resolveMfaToken: RecoveryCodeHandlerOptions['resolveMfaToken'],
  handle = HANDLE,
) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(tokenAnswer))
  const events: RecoveryCodeHandlerEvent[] = []
  const handler = createRecoveryCodeHandler({
    ...options,
    fetch,
    onEvent: (event) => events.push(event),
    ...(resolveMfaToken && { resolveMfaToken }),
  })
  const response = await handler(post(form({ mfa_token: handle })))
  return { response, events, sent: fetch.mock.calls.length }
}

describe('K27 a handle', () => {
  test.each(['session', '1', 'anna@example.com', HANDLE.slice(1)])(
    '%s is too short to be unique: 400, nothing resolved, nothing sent',
    async (handle) => {
      const resolveMfaToken = vi.fn<() => string>(() => secrets.mfaToken)
      const { response, sent, events } = await signIn(resolveMfaToken, handle)
      expect([response.status, sent]).toEqual([400, 0])
      expect(events).toEqual([{ type: 'request-refused', status: 400, reason: 'short-handle' }])
      expect(resolveMfaToken).not.toHaveBeenCalled()
      const text = await response.clone().text()
      expect(text).toMatch(/22 characters.*random/)
      expect(text).not.toContain(handle)
      expect(await readVerification(response)).toMatchObject({
        outcome: 'refused',
        error: { code: 'not-sent', reason: 'short-handle' },
      })
    },
  )

  it('of 22 characters is resolved', async () => {
    const { response, sent } = await signIn(() => secrets.mfaToken)
    expect([response.status, sent]).toEqual([200, 1])
  })

  it('may be of any length if nothing resolves it: then it is Auth0’s mfa token', async () => {
    const { response, sent } = await signIn(undefined, 'short')
    expect([response.status, sent]).toEqual([200, 1])
  })
})

describe('K27 what resolveMfaToken returns', () => {
  test.each([undefined, null, '', ' ', '\n\t'])('%j is not a sign-in', async (given) => {
    const { response, sent, events } = await signIn(async () => given as string | undefined)
    expect([response.status, sent]).toEqual([401, 0])
    expect(events).toEqual([{ type: 'refused', code: 'sign-in-expired' }])
  })

  test.each([0, 1, true, false, {}, [secrets.mfaToken], { mfa_token: secrets.mfaToken }])(
    '%j is the host’s mistake',
    async (given) => {
      const resolve = async (): Promise<never> => given as never
      const { response, sent, events } = await signIn(resolve)
      expect([response.status, sent]).toEqual([403, 0])
      expect(events).toEqual([
        { type: 'callback-failed', callback: 'resolveMfaToken' },
        { type: 'refused', code: 'not-enabled' },
      ])
    },
  )
})
