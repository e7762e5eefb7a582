import { describe, expect, it } from 'vitest'
import { transports } from './support/challenge-page.ts'
import { expectAbsent, expectShown } from './support/expect-shown.ts'
import { HOST_ACCOUNT, openHostPage } from './support/host-page.ts'

describe.each(['unmount', 'activity', 'error-boundary'])('while the request runs: %s', (host) => {
  it.each(transports)('the answer came while it was away: %s', async (transport) => {
    const { challenge, release } = await takeAway(host, transport)
    const answered = challenge.page.waitForResponse((response) => response.status() === 200)
    release()
    await answered
    await challenge.button('Bring it back').click()

    await expectShown(challenge.heading('Save your new recovery code'))
    expect(await challenge.readNewCode()).toMatch(/^[1-9A-HJ-NP-Z]{24}$/)
    expect(challenge.tokenEndpoint.recoveries).toHaveLength(1)
  })

  it.each(transports)('the answer comes when it is back: %s', async (transport) => {
    const { challenge, release } = await takeAway(host, transport)
    await challenge.button('Bring it back').click()
    await expectShown(challenge.button('Checking your code…'))
    release()

    await expectShown(challenge.newCode)
    await challenge.confirmSaved()
    await expectShown(challenge.heading('You are signed in'))
    expect(challenge.tokenEndpoint.recoveries).toHaveLength(1)
  })
})

async function takeAway(host: string, transport: (typeof transports)[number]) {
  const challenge = await openHostPage(host, transport)
  const release = challenge.tokenEndpoint.hold()
  await challenge.giveCode(challenge.firstCode(HOST_ACCOUNT))
  await expectShown(challenge.button('Checking your code…'))
  await challenge.button('Take it away').click()
  await challenge.button('Bring it back').waitFor()
  await expectAbsent(challenge.button('Checking your code…'))
  return { challenge, release }
}
