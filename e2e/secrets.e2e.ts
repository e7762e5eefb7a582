import { describe, expect, it } from 'vitest'
import { transports } from './support/challenge-page.ts'
import { expectShown } from './support/expect-shown.ts'
import { HOST_ACCOUNT, openHostPage } from './support/host-page.ts'
import { LoginPage, openLoginPage } from './support/login-page.ts'
import { collectLog, findSecrets } from './support/secrets.ts'

const wrong = 'ZYXWVUTSRQPNMLKJHGFEDCB9'
const clientSecret = 'web-secret'

describe.each(['login page', 'app-wide-retry', 'persister', 'availability'])(
  'nothing secret stands about: %s',
  (site) => {
    it.each(transports)('in any step: %s', async (transport) => {
      const challenge =
        site === 'login page' ? await openLoginPage(transport) : await openHostPage(site, transport)
      const { page, tokenEndpoint } = challenge
      const code = challenge.firstCode(HOST_ACCOUNT)
      const log = collectLog(page)
      await page.reload()
      if (challenge instanceof LoginPage) await challenge.givePassword(HOST_ACCOUNT)
      const secrets = () => ({ code, wrong, clientSecret, ...tokenEndpoint.secrets })
      const found = () => findSecrets(page, secrets(), log)

      await challenge.code.fill(code)
      expect(await found()).toEqual([])

      await challenge.giveCode(wrong)
      await expectShown(challenge.text('That code was not accepted'))
      expect(await found()).toEqual([])

      const release = tokenEndpoint.hold()
      await challenge.giveCode(code)
      await expectShown(challenge.button('Checking your code…'))
      expect(await found()).toEqual([])

      release()
      await expectShown(challenge.newCode)
      // Otherwise the search would find nothing because it searches for nothing.
      expect(secrets()).toMatchObject({
        mfa_token: expect.any(String),
        recovery_code: await challenge.readNewCode(),
        access_token: expect.any(String),
        id_token: expect.any(String),
      })
      expect(await found()).toEqual([])

      await challenge.button('Copy code').click()
      await expectShown(challenge.button('Copied'))
      expect(await found()).toEqual([])

      await challenge.confirmSaved()
      await expectShown(challenge.text(/You are signed in/))
      expect(await found()).toEqual([])
    })
  },
)

it('the search finds a secret in every place', async () => {
  const { page } = await openHostPage('app-wide-retry', 'handler')
  const log = collectLog(page)
  await page.evaluate((secret) => {
    const piece = secret.slice(4, 12).toLowerCase()
    history.replaceState({ piece }, '', `?code=${piece}`)
    localStorage.setItem('a', piece)
    document.cookie = `b=${piece}`
    document.body.dataset['c'] = piece
    document.body.append(`d ${piece}`)
    window.queryClient?.setQueryData(['e'], { nested: [{ piece }] })
    console.log(piece)
  }, wrong)
  expect(await findSecrets(page, { wrong }, log)).toEqual(
    ['address', 'history', 'storage', 'attributes', 'text', 'caches', 'cookies', 'log'].map(
      (place) => `wrong in ${place}`,
    ),
  )
})
