import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { HOST_ACCOUNT, openHostPage } from '../support/host-page.ts'

it('H18 onComplete navigates, and the browser doesn’t ask whether to leave', async (test) => {
  const host = await openHostPage('hard-navigation', 'handler')
  const asked: string[] = []
  host.page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await host.giveCode(host.firstCode(HOST_ACCOUNT))
  await host.newCode.waitFor()
  await host.confirmSaved()
  await host.page.waitForURL('**/demo.json')
  expect(asked).toEqual([])
  proves(test, 'N7', '1 sign-in → 0 questions')
})
