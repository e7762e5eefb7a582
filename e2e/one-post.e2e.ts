import { describe, expect, it } from 'vitest'
import { transports, type ChallengePage } from './support/challenge-page.ts'
import { countPosts } from './support/count-posts.ts'
import { expectShown } from './support/expect-shown.ts'
import { HOST_ACCOUNT, openHostPage } from './support/host-page.ts'

/** All of them under StrictMode. */
describe.each([
  'no-provider',
  'app-wide-retry',
  'on-mutate-rejects',
  'on-mutate-hangs',
  'persister',
])('one submit is one POST: %s', (host) => {
  it.each(transports)('Enter and a double click at once: %s', async (transport) => {
    const challenge = await openHostPage(host, transport)
    const release = challenge.tokenEndpoint.hold()
    await challenge.code.fill(challenge.firstCode(HOST_ACCOUNT))
    const posts = countPosts(challenge.page)
    await enterAndDoubleClick(challenge)
    await expectShown(challenge.button('Checking your code…'))
    release()

    await expectShown(challenge.heading('Save your new recovery code'))
    await challenge.confirmSaved()
    await expectShown(challenge.heading('You are signed in'))
    expect(posts.count).toBe(1)
    expect(challenge.tokenEndpoint.recoveries).toHaveLength(1)
  })
})

describe.each(['app-wide-retry', 'persister'])('a lost answer: %s', (host) => {
  it.each(transports)('resends only when the person does: %s', async (transport) => {
    const challenge = await openHostPage(host, transport)
    const posts = countPosts(challenge.page)
    const find = challenge.tokenEndpoint.loseAnswers()
    await challenge.giveCode(challenge.firstCode(HOST_ACCOUNT))
    await expectShown(challenge.heading('We did not get an answer'))
    await expectShown(challenge.text('The code may be used up, or it may still work.'))
    expect(posts.count).toBe(1)

    find()
    await challenge.button('Try the same code once more').click()
    // The server had spent the code, and the mfa token with it.
    await expectShown(
      challenge.text('Your code may have been used up by the try that got no answer.'),
    )
    expect(posts.count).toBe(2)
    expect(challenge.tokenEndpoint.recoveries).toHaveLength(2)
  })
})

it.each(transports)(
  'a page that is left while the request runs sends nothing when it is back: %s',
  async (to) => {
    const challenge = await openHostPage('persister', to)
    const release = challenge.tokenEndpoint.hold()
    await challenge.giveCode(challenge.firstCode(HOST_ACCOUNT))
    await expectShown(challenge.button('Checking your code…'))
    const posts = countPosts(challenge.page)
    const asked = challenge.page.waitForEvent('dialog')
    const reloaded = challenge.page.reload({ waitUntil: 'commit' })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    release()
    await reloaded

    await expectShown(challenge.text('What was stored is back.'))
    await challenge.code.waitFor()
    expect(posts.count).toBe(0)
  },
)

/** Enter and two clicks in one go, before the page could render. */
async function enterAndDoubleClick(challenge: ChallengePage): Promise<void> {
  const submit = await challenge.button('Continue').elementHandle()
  await challenge.code.evaluate((input, pressed) => {
    if (!(input instanceof HTMLInputElement && pressed instanceof HTMLElement)) return
    input.form?.requestSubmit()
    pressed.click()
    pressed.click()
  }, submit)
}
