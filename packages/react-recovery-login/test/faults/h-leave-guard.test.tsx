import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { Enrolment } from './capture-page.tsx'
import { open, reported, settle, signIn, submitCode } from './harness.tsx'
import { proves, runs } from './runs.ts'
import { success } from './wire.ts'

const { newCode, oldCode } = canaries

/** Asks as a browser does that is about to leave, and counts who listens. */
function watchGuards() {
  const added = vi.spyOn(window, 'addEventListener')
  const removed = vi.spyOn(window, 'removeEventListener')
  const guards = () => {
    const those = (calls: readonly (readonly unknown[])[]) =>
      calls.filter(([type]) => type === 'beforeunload').map(([, listener]) => listener)
    const gone = new Set(those(removed.mock.calls))
    return those(added.mock.calls).filter((listener) => !gone.has(listener))
  }
  return (expected: boolean, when: string) => {
    const leaving = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(leaving)
    expect(leaving.defaultPrevented, when).toBe(expected)
    expect(guards(), when).toHaveLength(expected ? 1 : 0)
  }
}

it('H15 the browser asks before the page goes, only while something would be lost', async (test) => {
  const tries = runs(50, 5)
  const expectAsking = watchGuards()
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

it('H15 the capture alone: asks until the confirmation is done, and for the next code again', async (test) => {
  const tries = runs(50, 5)
  const expectAsking = watchGuards()
  for (let run = 0; run < tries; run += 1) {
    let end: { resolve(): void; reject(error: Error): void } | undefined
    const onConfirm = () =>
      new Promise<void>((resolve, reject) => {
        end = { resolve, reject }
      })
    const page = (code: string) => <Enrolment newRecoveryCode={code} {...{ onConfirm }} />
    const on = open(page(newCode), { reactStrictMode: true })
    expectAsking(true, 'the code is on screen')
    on.tick()
    expectAsking(true, 'ticked')
    on.press('continue')
    await settle(1)
    expectAsking(true, 'the confirmation runs')
    end?.reject(new Error('The host’s mistake.'))
    await settle(1)
    expectAsking(true, 'it failed')
    on.press('continue')
    end?.resolve()
    await settle(1)
    expectAsking(false, 'done')
    on.rerender(page(oldCode))
    expectAsking(true, 'another code')
    on.unmount()
    expectAsking(false, 'gone')
    expect(reported.splice(0)).toHaveLength(1)
  }
  proves(test, 'N7', `${tries} enrolments → 1 listener while unsaved, 0 else`)
})
