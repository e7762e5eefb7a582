import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { canaries } from '#test/canaries.ts'
import { newMfaToken } from '#test/faults/harness.tsx'
import { createWire, success } from '#test/faults/wire.ts'
import { createFlowHandle } from './flow-handle.ts'
import { flowCount } from './flow-registry.ts'
import { signInOf } from './sign-in.ts'

const nothing = () => undefined
let before = 0
beforeEach(() => {
  before = flowCount()
})
afterEach(() => expect(flowCount(), 'flows left on the page').toBe(before))

function component(mfaToken = newMfaToken(), wire = createWire()) {
  const transport = { endpoint: '/login/recovery-code', fetch: wire.fetch }
  const options = { mfaToken, transport, onComplete: nothing }
  const handle = createFlowHandle(signInOf(options), options)
  return {
    mfaToken,
    wire,
    handle,
    mount: () => handle.subscribe(() => undefined),
    submit: () => handle.submit(canaries.oldCode),
    /** Whether the browser asks before leaving. */
    get guarded() {
      return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    },
  }
}

it('a render alone leaves nothing behind: a server renders for several people', () => {
  const { handle } = component()
  expect(handle.read()).toBe(handle.read())
  expect(handle.read().step).toBe('prompt')
  expect(flowCount()).toBe(before)
})

it('a flow with nothing at stake goes with its last listener, and comes back with the next', () => {
  const { mount } = component()
  const first = mount()
  const second = mount()
  first()
  expect(flowCount()).toBe(before + 1)
  second()
  expect(flowCount()).toBe(before)
  const again = mount()
  expect(flowCount()).toBe(before + 1)
  again()
})

it('an open request keeps its flow and the leave guard, mounted or not, and another component finds both', async () => {
  const { mfaToken, wire, mount, submit, ...page } = component()
  const unmount = mount()
  const receipt = submit()
  unmount()
  expect(flowCount()).toBe(before + 1)
  expect(component().guarded).toBe(true)
  wire.answer(success)
  await receipt
  const other = component(mfaToken)
  expect(other.handle.read().step).toBe('capture')
  expect(other.guarded).toBe(true)
  other.handle.complete()
  await vi.waitFor(() => expect(other.handle.read().step).toBe('complete'))
  expect(other.guarded).toBe(false)
  // The first one keeps showing the end.
  expect(page.handle.read().step).toBe('complete')
  expect(component(mfaToken).handle.read().step).toBe('prompt')
})

it('a completed component that is shown again stays complete', async () => {
  const { wire, handle, mount, submit } = component()
  const unmount = mount()
  const receipt = submit()
  wire.answer({ ...success, recovery_code: undefined })
  await receipt
  handle.complete()
  await vi.waitFor(() => expect(handle.read().step).toBe('complete'))
  unmount()
  const again = mount()
  expect(flowCount(), 'an ended flow is not found by others').toBe(before)
  again()
  expect(handle.read()).toEqual({ step: 'complete', rotated: false })
})

it('a component that leaves an ended flow does not take the next one with it', async () => {
  const { mfaToken, wire, handle, mount, submit } = component()
  const leaveTheEnded = mount()
  const receipt = submit()
  wire.answer({ ...success, recovery_code: undefined })
  await receipt
  handle.complete()
  await vi.waitFor(() => expect(handle.read().step).toBe('complete'))
  const next = component(mfaToken)
  const leave = next.mount()
  leaveTheEnded()
  expect(flowCount()).toBe(before + 1)
  leave()
})

it.each([
  ['refused', { error: 'invalid_grant' }, 403],
  ['the sign-in expired', { error: 'expired_token' }, 401],
  ['denied', { error: 'access_denied', error_description: 'No.' }, 403],
  ['used, with neither a session nor a new code', { session: false }, 200],
  ['not enabled', { error: 'unauthorized_client' }, 403],
])('%s while unmounted: shown on remount, and dropped on unmount', async (_what, body, status) => {
  const { mfaToken, wire, mount, submit, ...page } = component()
  const unmount = mount()
  const receipt = submit()
  unmount()
  wire.answer(body, { status })
  await receipt
  expect(page.guarded).toBe(false)
  const back = component(mfaToken)
  const leave = back.mount()
  expect(back.handle.read()).not.toEqual(component().handle.read())
  leave()
  expect(flowCount()).toBe(before)
})

it('a lost answer is kept for the remount, without the leave guard, until it is discarded', async () => {
  const { wire, handle, mount, submit, ...page } = component()
  const unmount = mount()
  const receipt = submit()
  wire.cut()
  await receipt
  unmount()
  expect(handle.read().step).toBe('unknown')
  expect(page.guarded).toBe(false)
  expect(flowCount()).toBe(before + 1)
  handle.discard()
})

it('a hidden page joins the flow that started meanwhile', async () => {
  const hidden = component()
  hidden.mount()()
  const other = component(hidden.mfaToken)
  const unmount = other.mount()
  const receipt = other.submit()
  other.wire.answer(success)
  await receipt
  unmount()
  const shown = hidden.mount()
  expect(hidden.handle.read().step).toBe('capture')
  shown()
  hidden.handle.discard()
  expect(hidden.guarded).toBe(false)
})
