import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { open, settle, signIn, submitCode } from './harness.tsx'
import { proves, runs } from './runs.ts'
import { success } from './wire.ts'

const { oldCode } = canaries

it('H15 the browser asks before the page goes, only while something would be lost', async (test) => {
  const tries = runs(50, 5)
  const added = vi.spyOn(window, 'addEventListener')
  const removed = vi.spyOn(window, 'removeEventListener')
  const guards = () => {
    const those = (calls: readonly (readonly unknown[])[]) =>
      calls.filter(([type]) => type === 'beforeunload').map(([, listener]) => listener)
    const gone = new Set(those(removed.mock.calls))
    return those(added.mock.calls).filter((listener) => !gone.has(listener))
  }
  const asks = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  const expectAsking = (expected: boolean, when: string) => {
    expect(asks(), when).toBe(expected)
    expect(guards(), when).toHaveLength(expected ? 1 : 0)
  }
  for (let run = 0; run < tries; run += 1) {
    const { wire, page } = signIn()
    const on = open(page())
    on.type(oldCode)
    expectAsking(false, 'a code is typed')
    await submitCode(on)
    expectAsking(true, 'the request is open')
    wire.answer(
      { error: 'invalid_grant', error_description: 'MFA Authorization rejected.' },
      { status: 403 },
    )
    await settle()
    expectAsking(false, 'refused')
    await submitCode(on)
    wire.answer(success)
    await settle()
    expectAsking(true, 'the new code is on screen')
    on.rerender(<p>Elsewhere</p>)
    expectAsking(true, 'another route')
    on.rerender(page())
    on.tick()
    on.press('continue')
    await settle()
    expectAsking(false, 'complete')
    on.unmount()
    expectAsking(false, 'gone')
  }
  proves(test, 'N7', `${tries} sign-ins → 1 listener while unsaved, 0 else`)
})
