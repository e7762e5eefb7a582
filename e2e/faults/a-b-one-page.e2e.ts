import { afterAll, beforeAll, expect, it, test, vi } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { openPage } from '../support/browser.ts'
import { startFaultSite, type FaultSite } from './support/fault-site.ts'
import { lateAnswer } from './support/late-answer.ts'
import { openSignIn, type SignIn } from './support/sign-in.ts'

vi.setConfig({ testTimeout: runs(300_000, 60_000) })

let site: FaultSite
let signIn: SignIn
beforeAll(async () => {
  site = await startFaultSite('challenge.tsx')
  signIn = await openSignIn(site, { page: openPage })
})
afterAll(() => site.close())

async function expectShown(): Promise<void> {
  await signIn.heading('Save your new recovery code').waitFor()
  expect(await signIn.newCode.textContent()).toBe(site.server.code)
  expect(signIn.posts).toBe(1)
  expect(signIn.seen).toEqual({ recoveries: 1, commits: 1 })
}

it('A3 Enter, a click and requestSubmit: in Chromium', async (context) => {
  const tries = runs(100, 5)
  for (let run = 0; run < tries; run += 1) {
    const { fault, letGo } = lateAnswer()
    site.server.fault = fault
    await signIn.begin()
    await signIn.code.fill(site.server.code)
    const form = await signIn.page.locator('form').elementHandle()
    await Promise.all([
      signIn.page.keyboard.press('Enter'),
      form?.evaluate((element) => {
        if (!(element instanceof HTMLFormElement)) return
        element.requestSubmit()
        element.querySelector<HTMLElement>('[type=submit]')?.click()
      }),
    ])
    await signIn.button('Checking your code…').click({ force: true })
    letGo()
    await expectShown()
  }
  proves(context, 'N1', `${tries} × 4 → ${tries} POSTs (Chromium)`)
})

test.for<readonly [when: string, acts: readonly ('leave' | 'answer' | 'comeBack')[]]>([
  ['and back before the answer', ['leave', 'comeBack', 'answer']],
  ['and back after the answer', ['leave', 'answer', 'comeBack']],
  ['when the answer is there, and back', ['answer', 'leave', 'comeBack']],
])('B2 another page %s: in Chromium', async ([, acts], context) => {
  const { fault, letGo } = lateAnswer()
  site.server.fault = fault
  await signIn.begin()
  await signIn.giveCode()
  await signIn.button('Checking your code…').waitFor()
  for (const act of acts) {
    if (act !== 'answer') await signIn[act]()
    else {
      letGo()
      await signIn.answered()
    }
  }
  await expectShown()
  proves(context, ['N1', 'N2', 'N7'], '1 way back, the code is shown (Chromium), fixed: once')
})

it('G12 the field is empty in the frame after the new code arrived', async (context) => {
  const tries = runs(100, 5)
  site.server.fault = undefined
  for (let run = 0; run < tries; run += 1) {
    await signIn.begin()
    // The field's value when the code appears, and one frame later.
    const watched = signIn.code.evaluate(
      (field) =>
        new Promise<{ shown: boolean; left: unknown }>((resolve) => {
          new MutationObserver((_records, observer) => {
            if (document.querySelector('[data-rrl-part=code]') === null) return
            observer.disconnect()
            requestAnimationFrame(() =>
              resolve({ shown: true, left: field instanceof HTMLInputElement && field.value }),
            )
          }).observe(document, { childList: true, subtree: true })
        }),
    )
    await signIn.giveCode()
    expect(await watched).toEqual({ shown: true, left: '' })
  }
  proves(context, 'N4', `${tries} sign-ins, 0 characters left`)
})
