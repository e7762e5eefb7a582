import { expect, it } from 'vitest'
import { transports } from './support/challenge-page.ts'
import { countPosts } from './support/count-posts.ts'
import { expectShown } from './support/expect-shown.ts'
import { HOST_ACCOUNT, openHostPage } from './support/host-page.ts'

it.each(transports)('offline, then online: nothing is queued, the person sends: %s', async (to) => {
  const challenge = await openHostPage('app-wide-retry', to)
  const { page, tokenEndpoint } = challenge
  const posts = countPosts(page)
  await page.context().setOffline(true)
  await challenge.giveCode(challenge.firstCode(HOST_ACCOUNT))
  await expectShown(challenge.text('You seem to be offline'))
  await page.context().setOffline(false)
  await challenge.button('Continue').click()

  await expectShown(challenge.heading('Save your new recovery code'))
  expect(posts.count).toBe(1)
  expect(tokenEndpoint.recoveries).toHaveLength(1)
})

it.each(transports)(
  'sent anyway while offline: nobody knows, and nothing is resent: %s',
  async (to) => {
    const challenge = await openHostPage('app-wide-retry', to)
    const { page, tokenEndpoint } = challenge
    const posts = countPosts(page)
    await page.context().setOffline(true)
    await challenge.giveCode(challenge.firstCode(HOST_ACCOUNT))
    await challenge.button('Send it anyway').click()
    await expectShown(challenge.heading('We did not get an answer'))
    await page.context().setOffline(false)
    await challenge.button('Try the same code once more').click()

    await expectShown(challenge.heading('Save your new recovery code'))
    expect(posts.count).toBe(2)
    expect(tokenEndpoint.recoveries).toHaveLength(1)
  },
)
