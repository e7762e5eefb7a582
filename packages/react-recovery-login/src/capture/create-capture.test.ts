import { afterEach, expect, it, vi } from 'vitest'
import { canaries } from '#test/canaries.ts'
import type { CaptureEvent } from './capture-options.ts'
import type { ActionResult } from './capture-platform.ts'
import { createCapture, type CaptureHost } from './create-capture.ts'
import { Secret } from './secret.ts'

const { newCode, oldCode } = canaries
const AT = Date.UTC(2026, 10, 24, 12)
const unmask = () => {}

/** A new code on a screen, and a host whose clipboard answers when the test says so. */
function onScreen(options: CaptureHost = {}) {
  const capture = createCapture(new Secret(newCode), new Secret(oldCode), AT)
  const events: CaptureEvent[] = []
  const listener = vi.fn<() => void>()
  capture.subscribe(listener)
  const leave = capture.enter()
  let answer: (result: ActionResult) => void = () => {}
  const copy = vi.fn(() => new Promise<ActionResult>((resolve) => (answer = resolve)))
  const host: CaptureHost = {
    platform: { copy },
    onEvent: (event) => void events.push(event),
    ...options,
  }
  return {
    ...{ capture, events, listener, leave, copy, host },
    async answer(result: ActionResult) {
      answer(result)
      await vi.waitFor(() => expect(capture.read().lastAttempt).toBeDefined())
    },
  }
}

afterEach(() => vi.restoreAllMocks())

it('keeps what was done, and notifies listeners', async () => {
  const { capture, events, listener, copy, host, answer } = onScreen()
  capture.save('copy', host, unmask)
  expect(copy).toHaveBeenCalledWith(newCode)
  expect(listener).not.toHaveBeenCalled()
  await answer('done')
  expect(listener).toHaveBeenCalledOnce()
  expect(capture.read()).toMatchObject({ evidence: ['copy'] })
  expect(events).toEqual([{ type: 'action', action: 'copy', result: 'done' }])
  capture.copiedByHand(host)
  expect(capture.read().evidence).toEqual(['copy', 'copied-by-hand'])
  expect(events.at(-1)).toEqual({ type: 'copied-by-hand' })
})

it('runs one save at a time, and then the next', async () => {
  const { capture, copy, host, answer } = onScreen()
  capture.save('copy', host, unmask)
  capture.save('copy', host, unmask)
  expect(copy).toHaveBeenCalledOnce()
  expect(capture.read().blocked).toBe('saving')
  await answer('failed')
  capture.save('copy', host, unmask)
  expect(copy).toHaveBeenCalledTimes(2)
})

it('shows the code before printing, and for no other action', () => {
  const drawn: string[] = []
  const done = async () => (drawn.push('asked'), 'done' as const)
  for (const action of ['print', 'share'] as const) {
    const { capture, host } = onScreen({ platform: { print: done, share: done } })
    capture.save(action, host, () => void drawn.push('shown'))
  }
  expect(drawn).toEqual(['shown', 'asked', 'asked'])
})

it('ignores an answer without a question', () => {
  const { capture, events, listener, host } = onScreen()
  capture.answer(true, host)
  expect(events).toEqual([])
  expect(listener).not.toHaveBeenCalled()
})

it('opens the gate once the code was shown, and says why not before', async () => {
  const { capture, events, host, answer } = onScreen({ confirmBy: undefined })
  capture.tick(true)
  expect(capture.confirm(host)).toBe(false)
  expect(capture.read().blocked).toBe('too-early')
  capture.shown()
  expect(capture.confirm(host)).toBe(true)
  capture.save('copy', host, unmask)
  expect(capture.confirm(host)).toBe(false)
  expect(capture.read().blocked).toBe('saving')
  await answer('done')
  expect(capture.confirm(host)).toBe(true)
  expect(events.filter(({ type }) => type !== 'action').map(({ type }) => type)).toEqual([
    'confirm-blocked',
    'confirmed',
    'confirm-blocked',
    'confirmed',
  ])
})

it('compares what is retyped, and keeps none of it', () => {
  const { capture } = onScreen()
  capture.retype(newCode)
  expect(capture.read().retype).toEqual({ verdict: 'same' })
  capture.retype(oldCode.toLowerCase())
  expect(capture.read().retype).toEqual({ verdict: 'old-code' })
  expect(JSON.stringify(capture)).not.toContain(newCode)
  capture.retype('  ')
  expect(capture.read().retype).toBeUndefined()
})

it('unmasks the code for the next screen, once no other shows it', () => {
  const { capture, listener, leave, host } = onScreen({ confirmBy: 'continue' })
  const leaveOther = capture.enter()
  capture.shown()
  capture.mask(true)
  listener.mockClear()
  leave()
  expect(capture.read().masked).toBe(true)
  expect(capture.confirm(host)).toBe(true)
  leaveOther()
  expect(capture.read().masked).toBe(false)
  expect(listener, 'React takes no update while it unmounts a screen').not.toHaveBeenCalled()
  capture.enter()
  expect(capture.confirm(host)).toBe(false)
})

it('does not notify a listener that unsubscribed, and forgets both codes', () => {
  const { capture } = onScreen()
  const listener = vi.fn<() => void>()
  capture.subscribe(listener)()
  capture.tick(true)
  expect(listener).not.toHaveBeenCalled()
  capture.wipe()
  expect([capture.newRecoveryCode.reveal(), capture.oldRecoveryCode?.reveal()]).toEqual(['', ''])
})
