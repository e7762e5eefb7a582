import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { Enrolment } from './capture-page.tsx'
import { confirm, open, reported, settle, signIn, submitCode } from './harness.tsx'
import { proves } from './runs.ts'
import { refusal, success } from './wire.ts'

const { newCode, oldCode } = canaries

/** Asks like a browser about to leave, and counts the listeners. */
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

it('H15 the browser asks before leaving, only while something would be lost', async (test) => {
  const expectAsking = watchGuards()
  const { answer, page } = signIn()
  const on = open(page())
  on.type(oldCode)
  expectAsking(false, 'a code is typed')
  await submitCode(on)
  expectAsking(true, 'the request is open')
  await answer(refusal, { status: 403 })
  expectAsking(false, 'refused')
  await submitCode(on)
  await answer(success)
  expectAsking(true, 'the new code is on screen')
  on.rerender(<p>Elsewhere</p>)
  expectAsking(true, 'another route')
  on.rerender(page())
  await confirm(on)
  expectAsking(false, 'complete')
  on.unmount()
  expectAsking(false, 'gone')
  proves(test, 'N7', '1 sign-in → 1 listener while unsaved, 0 else, fixed: once')
})

it('H15 only the capture: asks until the confirmation is done, and again for the next code', async (test) => {
  const expectAsking = watchGuards()
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
  expectAsking(false, 'the confirmation has just begun')
  await settle(1)
  expectAsking(false, 'the confirmation runs')
  end?.reject(new Error('The host’s mistake.'))
  await settle(1)
  expectAsking(true, 'it failed')
  on.press('continue')
  await settle(1)
  end?.resolve()
  await settle(1)
  expectAsking(false, 'done')
  on.rerender(page(oldCode))
  expectAsking(true, 'another code')
  on.unmount()
  expectAsking(false, 'gone')
  expect(reported.splice(0)).toHaveLength(1)
  proves(test, 'N7', '1 enrolment → 1 listener while unsaved, 0 else, fixed: once')
})

it('H18 the browser does not ask while the host ends the login, and asks again if that fails', async (test) => {
  const expectAsking = watchGuards()
  const pages: [name: string, open: (onEnd: () => void) => Promise<ReturnType<typeof open>>][] = [
    [
      'the challenge',
      async (onComplete) => {
        const { answer, page } = signIn({ onComplete })
        const on = open(page())
        await submitCode(on)
        await answer(success)
        return on
      },
    ],
    [
      'only the capture',
      async (onConfirm) => open(<Enrolment newRecoveryCode={newCode} onConfirm={onConfirm} />),
    ],
  ]
  for (const [name, begin] of pages) {
    let fails = true
    const on = await begin(() => {
      expectAsking(false, `${name}: the host is called`)
      if (fails) throw new Error('The host’s mistake.')
    })
    expectAsking(true, `${name}: the code is unsaved`)
    on.tick()
    on.press('continue')
    await settle(1)
    expectAsking(true, `${name}: it failed`)
    fails = false
    on.press('continue')
    await settle(1)
    expectAsking(false, `${name}: done`)
    on.unmount()
    expect(reported.splice(0)).toHaveLength(1)
  }
  proves(test, 'N7', `${pages.length} pages → 0 listeners when the host is called`)
})

it('H18 a host that removes the mfa token while it ends the login loses nothing', async () => {
  let end: (() => void) | undefined
  const { answer, page } = signIn({
    onComplete: () => new Promise<void>((done) => (end = done)),
  })
  const on = open(page())
  await submitCode(on)
  await answer(success)
  on.tick()
  on.press('continue')
  on.rerender(page({ mfaToken: '' }))
  await settle(1)
  expect(on.code()).toBeDefined()
  on.rerender(page())
  end?.()
  await settle(1)
  expect(on.heading()).toBe('You are signed in')
})
