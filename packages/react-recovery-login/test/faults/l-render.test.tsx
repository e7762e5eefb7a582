import { Profiler } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import {
  ChallengeMessage,
  type ChallengeMessageBinding,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import { renderToString } from 'react-dom/server'
import { expect, it, test, vi } from 'vitest'
import { flowCount } from '../../src/challenge/flow-registry.ts'
import { canaries, findCanaries } from '../canaries.ts'
import { expectFinished, open, settle, signIn, submitCode } from './harness.tsx'
import { proves, runs } from './runs.ts'
import { success } from './wire.ts'

const { oldCode, newCode } = canaries

/** A page that counts its commits. */
function profiled() {
  const sign = signIn()
  const commits: string[] = []
  const on = open(
    <Profiler id="challenge" onRender={(_id, phase) => commits.push(phase)}>
      {sign.page()}
    </Profiler>,
  )
  return { sign, on, commits }
}

it('L10 commits: one to mount the prompt, none per keystroke, at most three from the submit to the new code', async (test) => {
  const { sign, on, commits } = profiled()
  expect(commits).toHaveLength(1)
  for (let length = 1; length <= oldCode.length; length += 1) on.type(oldCode.slice(0, length))
  expect(on.get('counter')).toHaveTextContent('24 of 24')
  expect(commits).toHaveLength(1)
  on.press('submit')
  await settle(1)
  await sign.answer(success)
  expect(on.code()).toBe(newCode)
  expect(commits.length - 1).toBeLessThanOrEqual(3)
  proves(
    test,
    'N10',
    `mount 1, ${oldCode.length} keystrokes 0, submit to new code ${commits.length - 1}`,
  )
})

it('L10 a wait costs one commit a second', async (test) => {
  vi.useFakeTimers()
  const { sign, on, commits } = profiled()
  await submitCode(on)
  await sign.answer({}, { status: 429, headers: { 'retry-after': '600' } })
  const before = commits.length
  for (let second = 0; second < 60; second += 1) await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(commits.length - before).toBe(60)
  proves(test, 'N10', '60 s → 60 commits')
})

/** What a page holds beyond its DOM: flows, window listeners, timers, mutations. */
function watchLeaks(client: QueryClient) {
  const added = vi.spyOn(window, 'addEventListener')
  const removed = vi.spyOn(window, 'removeEventListener')
  vi.useFakeTimers()
  const flows = flowCount()
  return async () => {
    // An attempt's mirror is removed after 30 s, a download's file after 40 s.
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    return {
      flows: flowCount() - flows,
      listeners: added.mock.calls
        .filter(
          ([type, own]) => !removed.mock.calls.some((call) => call[0] === type && call[1] === own),
        )
        .map(([type]) => type),
      timers: vi.getTimerCount(),
      mutations: client.getMutationCache().getAll().length,
    }
  }
}
const nothing = { flows: 0, listeners: [], timers: 0, mutations: 0 }

test('L7 mounted and unmounted a thousand times: nothing is left', async (test) => {
  const tries = runs(1000, 50)
  const leaks = watchLeaks(new QueryClient())
  for (let run = 0; run < tries; run += 1)
    open(signIn().page(), { reactStrictMode: true }).unmount()
  expect(await leaks()).toEqual(nothing)
  proves(test, 'N4', `${tries} mounts → 0 flows, listeners and timers leaks`)
})

test('L8 the whole flow, over and over: nothing is left', async (test) => {
  const tries = runs(1000, 20)
  const client = new QueryClient()
  const leaks = watchLeaks(client)
  for (let run = 0; run < tries; run += 1) {
    const sign = signIn()
    const on = open(<QueryClientProvider client={client}>{sign.page()}</QueryClientProvider>, {
      reactStrictMode: true,
    })
    await submitCode(on)
    await sign.answer(success)
    await expectFinished(on, sign)
    on.unmount()
  }
  expect(await leaks()).toEqual(nothing)
  proves(test, 'N4', `${tries} flows → 0 flows, listeners, timers and mutations leaks`)
})

/** What a server can render: the first screen, with all that a host may pass. */
const pages: Record<string, Partial<RecoveryCodeChallengeProps>> = {
  plain: {},
  'with every way on': {
    onTryAnotherMethod: () => undefined,
    onCodeMissing: () => undefined,
    onSupport: () => undefined,
    concealable: true,
    expiresAt: Date.UTC(2026, 8, 12),
    layout: 'page',
  },
  interrupted: { interrupted: true, onStartAgain: () => undefined },
}

test.for(Object.entries(pages))('L2 hydration: %s', async ([, props], test) => {
  const sign = signIn(props)
  const html = renderToString(sign.page())
  expect(findCanaries(html)).toEqual([])
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = html
  const recovered: unknown[] = []
  const on = open(sign.page(), {
    container,
    hydrate: true,
    reactStrictMode: true,
    onRecoverableError: (error: unknown) => recovered.push(error),
  })
  await settle()
  expect(recovered).toEqual([])
  expect(sign.wire.posts).toEqual([])
  expect(on.heading()).toBeDefined()
  on.unmount()
  container.remove()
  proves(test, 'N4', '0 warnings, 0 canaries in the HTML')
})

const steps: ChallengeMessageBinding[] = [
  { step: 'unknown', open: true },
  { step: 'unknown' },
  { step: 'completing' },
  { step: 'completing', finishing: 'failed' },
  { step: 'complete' },
  { step: 'complete', rotated: false },
  { step: 'start-again', reason: 'expired' },
  { step: 'start-again', reason: 'another-factor' },
  { step: 'start-again', reason: 'denied' },
  { step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: true },
  { step: 'unavailable', why: 'no-code' },
  { step: 'unavailable', why: 'duo' },
  { step: 'interrupted' },
]
test.for(steps)('L2 hydration: $step', async (given) => {
  const message = (
    <ChallengeMessage
      {...{ onTryAgain: () => undefined, onStartAgain: () => undefined }}
      {...given}
    />
  )
  const container = document.body.appendChild(document.createElement('div'))
  container.innerHTML = renderToString(message)
  const on = open(message, { container, hydrate: true, reactStrictMode: true })
  await settle(1)
  expect(on.get('heading')).toHaveFocus()
  on.unmount()
  container.remove()
})
