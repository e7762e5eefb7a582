import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { readVerification } from 'react-recovery-login/protocol'
import {
  createRecoveryCodeHandler,
  type RecoveryCodeHandlerEvent,
} from 'react-recovery-login/server'
import { afterEach, expect, it, test, vi } from 'vitest'
import { options, post, secrets, tokenAnswer } from '../../src/server/server.fixture.ts'
import { serve } from '../serve.ts'
import { beginAnswer } from './body.ts'
import { proves } from './runs.ts'

const { newRecoveryCode } = secrets
const { recovery_code, ...tokens } = tokenAnswer
const orders = [
  { order: 'code first', text: JSON.stringify({ recovery_code, ...tokens }) },
  { order: 'code last', text: JSON.stringify({ ...tokens, recovery_code }) },
]

afterEach(() => vi.useRealTimers())

/** Posts once; returns the browser's response, how it is read, and the events. */
async function login(changes: Partial<Pick<typeof options, 'domain' | 'fetch'>>) {
  const events: RecoveryCodeHandlerEvent[] = []
  const onEvent = (event: RecoveryCodeHandlerEvent) => void events.push(event)
  const response = await createRecoveryCodeHandler({ ...options, onEvent, ...changes })(post())
  const cookie = response.headers.get('set-cookie')
  return { cookie, events, verification: await readVerification(response) }
}

const signedIn = {
  cookie: 'session=1; HttpOnly',
  events: [{ type: 'verified', rotated: true }],
  verification: { outcome: 'verified', newRecoveryCode },
}
const notSignedIn = {
  cookie: null,
  events: [{ type: 'unfinished', rotated: true }],
  verification: { outcome: 'unfinished', newRecoveryCode },
}

const keepers: Record<string, (response: ServerResponse, text: string) => unknown> = {
  'with a length that is too large by one': (response, text) =>
    response.writeHead(200, { 'content-length': text.length + 1 }).write(text),
  'without its last chunk': (response, text) => response.writeHead(200).write(text),
  async 'that stalls behind its code for four seconds'(response, text) {
    const at = text.indexOf(`${newRecoveryCode}"`) + newRecoveryCode.length + 1
    response.writeHead(200).write(text.slice(0, at))
    await wait(4000)
    for (const character of text.slice(at)) response.write(character)
  },
}
const kept = orders.flatMap((order) =>
  Object.entries(keepers).map(([what, keep]) => ({ ...order, what, keep })),
)

test.for(kept)(
  'K15 an answer, $order, $what: signed in',
  { timeout: 15_000 },
  async ({ text, keep }, context) => {
    const { origin, seen } = await serve((response) => void keep(response, text))
    expect(await login({ domain: origin })).toMatchObject(signedIn)
    expect(seen).toHaveLength(1)
    proves(context, ['N1', 'N2'], '1 POST, the code and the session')
  },
)

test.for(orders)(
  'K15 an answer that stalls after its code for good, $order: the code, and no session',
  async ({ text }, context) => {
    vi.useFakeTimers()
    const end = text.indexOf(newRecoveryCode) + newRecoveryCode.length + 1
    const { response, line } = beginAnswer(text.slice(0, end))
    let answered = false
    const answer = login({ fetch: async () => response }).finally(() => (answered = true))
    await vi.advanceTimersByTimeAsync(12_999)
    expect(answered).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await answer).toMatchObject(notSignedIn)
    expect(vi.getTimerCount()).toBe(0)
    // What arrives now is dropped.
    line.send(text.slice(end))
    await vi.advanceTimersByTimeAsync(60_000)
    proves(context, 'N2', '1 code after 13 s')
  },
)

it('K15 an answer that stalls and then breaks: the code at once, and no session', async () => {
  vi.useFakeTimers()
  const { response, line } = beginAnswer(`{"recovery_code":"${newRecoveryCode}"`)
  const answer = login({ fetch: async () => response })
  await vi.advanceTimersByTimeAsync(5000)
  line.cut()
  await vi.advanceTimersByTimeAsync(0)
  expect(await answer).toMatchObject(notSignedIn)
  expect(vi.getTimerCount()).toBe(0)
})
