import { describe, expect, it, test } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { Browser, HTTPS, LOCAL, signInCookie } from './sign-in-cookie.fixture.ts'

const SECURE =
  /^__Host-rrl-[\w-]{22,}=[\w.-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Strict; Secure$/
const PLAIN = /^rrl-[\w-]{22,}=[\w.-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Strict$/

// Every request has the URL http://localhost:3000/login, as in Next.js, whatever `Host` says.
describe('K53 the cookie of a page on', () => {
  test.each<[string, string | null, RegExp]>([
    ['https', HTTPS, SECURE],
    ['https with a port', 'https://app.example.com:8443', SECURE],
    ['https on localhost', 'https://localhost:3000', SECURE],
    ['http on localhost', LOCAL, PLAIN],
    ['http on localhost, port 80', 'http://localhost', PLAIN],
    ['http on 127.0.0.1', 'http://127.0.0.1:5173', PLAIN],
    ['http on [::1]', 'http://[::1]:5173', PLAIN],
    ['http on a name that begins with localhost', 'http://localhost.example.com', SECURE],
    ['http on a name that ends with localhost', 'http://notlocalhost', SECURE],
    ['a scheme no browser sends', 'x-http://localhost', SECURE],
    ['http elsewhere', 'http://192.168.1.5:3000', SECURE],
    ['the origin of a form under no-referrer', 'null', SECURE],
    ['no origin', null, SECURE],
  ])('%s', async (_what, origin, cookie) => {
    const browser = new Browser(origin)
    const { signIn, resolve } = signInCookie()
    const { handle, headers } = await signIn.start({ mfaToken: 'token' }, browser.request())
    expect(headers).toEqual([['set-cookie', expect.stringMatching(cookie)]])
    browser.take(headers)
    expect(await resolve(browser, handle)).toBe('token')
  })

  it('localhost behind a proxy that changes Host', async (context) => {
    const { signIn } = signInCookie()
    for (const host of ['localhost:3000', '127.0.0.1']) {
      const headers = { origin: HTTPS, host, 'x-forwarded-proto': 'http' }
      const started = await signIn.start({ mfaToken: 'token' }, { headers })
      expect(started.headers[0]?.[1]).toMatch(SECURE)
    }
    proves(context, 'N4', '13 origins, two hosts')
  })
})

describe('K55 two tabs are two sign-ins', () => {
  it('have a token each', async () => {
    const browser = new Browser()
    const { start, resolve } = signInCookie()
    const [one, other] = [await start(browser, 'token-1'), await start(browser, 'token-2')]
    expect(await resolve(browser, one)).toBe('token-1')
    expect(await resolve(browser, other)).toBe('token-2')
  })

  test.each([LOCAL, HTTPS])(
    'a third removes the oldest, in whatever order they come: %s',
    async (origin) => {
      const browser = new Browser(origin)
      const { start, resolve } = signInCookie()
      const first = await start(browser, 'token-1')
      const second = await start(browser, 'token-2')
      const [oldest, newest] = [...browser.cookies]
      browser.cookies.clear()
      for (const [name, value] of [newest, oldest].flatMap((one) => (one ? [one] : [])))
        browser.cookies.set(name, value)
      const third = await start(browser, 'token-3')
      expect(await resolve(browser, first)).toBeUndefined()
      expect(await resolve(browser, second)).toBe('token-2')
      expect(await resolve(browser, third)).toBe('token-3')
    },
  )

  it('a hundred of them, with tokens as long as Auth0’s, stay within nginx’s limit', async (context) => {
    const browser = new Browser()
    const { start } = signInCookie()
    let largest = 0
    for (let tab = 0; tab < 100; tab += 1) {
      await start(browser, 'T'.repeat(2000))
      largest = Math.max(largest, browser.request().headers.get('cookie')?.length ?? 0)
    }
    expect(largest).toBeLessThan(8000)
    proves(context, 'N3', `100 sign-ins, ${largest} bytes of cookies at most`)
  })

  it('end removes the one that this request resolved', async () => {
    const browser = new Browser()
    const { start, signIn, resolve } = signInCookie()
    const [one, other] = [await start(browser, 'token-1'), await start(browser, 'token-2')]
    const request = browser.request()
    await signIn.resolveMfaToken(one, request)
    browser.take(signIn.end(request))
    expect(await resolve(browser, one)).toBeUndefined()
    expect(await resolve(browser, other)).toBe('token-2')
  })

  test.each([LOCAL, HTTPS])(
    'end removes all at sign-out, and no other cookie: %s',
    async (origin) => {
      const browser = new Browser(origin)
      const { start, signIn } = signInCookie()
      await start(browser)
      await start(browser)
      browser.cookies.set('not-rrl-1', 'x').set('rrl', 'y')
      const headers = signIn.end(browser.request())
      expect(headers).toHaveLength(2)
      for (const [, cookie] of headers)
        expect(cookie.startsWith('__Host-')).toBe(cookie.endsWith('; Secure'))
      browser.take(headers)
      expect([...browser.cookies.keys()]).toEqual(['not-rrl-1', 'rrl'])
    },
  )
})
