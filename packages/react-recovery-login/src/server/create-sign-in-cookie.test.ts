import fc from 'fast-check'
import { decodeProtectedHeader } from 'jose'
import { describe, expect, it, test } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { createSignInCookie, type SignInCookieOptions } from './create-sign-in-cookie.ts'
import { secrets } from './server.fixture.ts'
import { Browser, LOCAL, OLD_SECRET, SECRET, signInCookie } from './sign-in-cookie.fixture.ts'

const MINUTE = 60_000
const next = { mfaToken: secrets.nextMfaToken }

describe('K50 the mfa token stays in the cookie', () => {
  it('comes back for its handle, and neither handle nor cookie shows it', async () => {
    const browser = new Browser()
    const { start, resolve } = signInCookie()
    const handle = await start(browser)
    expect(handle).toMatch(/^[\w-]{22,}$/)
    expect(await resolve(browser, handle)).toBe(secrets.mfaToken)
    const [[name, value] = ['', '']] = browser.cookies
    expect(name).toBe(`__Host-rrl-${handle}`)
    expect(decodeProtectedHeader(value)).toEqual({ alg: 'dir', enc: 'A256GCM' })
    const readable = value.split('.').map((part) => Buffer.from(part, 'base64url').toString())
    expect(readable.join()).not.toMatch(/Fe26|mfa/)
  })

  it('any token, in any browser', async (context) => {
    const numRuns = runs(5000, 100)
    const token = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 400 }))
    const held = token.filter((text) => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(held, fc.constantFrom(LOCAL, undefined), async (mfaToken, origin) => {
        const browser = new Browser(origin)
        const { start, resolve } = signInCookie()
        expect(await resolve(browser, await start(browser, mfaToken))).toBe(mfaToken)
      }),
      { numRuns },
    )
    proves(context, 'N4', `${numRuns} tokens`)
  }, 60_000)

  it('the next factor’s token replaces it, under the same handle and name', async () => {
    for (const origin of [LOCAL, undefined, null]) {
      const browser = new Browser(origin)
      const { start, resolve, signIn, clock } = signInCookie()
      const handle = await start(browser)
      clock.now += 9 * MINUTE
      // A form's POST under `referrer-policy: no-referrer`.
      const request = new Browser('null').request()
      request.headers.set('cookie', browser.request().headers.get('cookie') ?? '')
      browser.take(await signIn.onAnotherFactor(next, request, handle))
      expect(browser.cookies.size).toBe(1)
      clock.now += 9 * MINUTE
      expect(await resolve(browser, handle)).toBe(secrets.nextMfaToken)
    }
  })

  it('takes Node requests, as in Express', async () => {
    const browser = new Browser(LOCAL)
    const { signIn } = signInCookie()
    const { handle, headers } = await signIn.start(next, { headers: { origin: LOCAL } })
    expect(headers[0]?.[1]).toMatch(/^rrl-/)
    browser.take(headers)
    const request = { headers: Object.fromEntries(browser.request().headers) }
    expect(await signIn.resolveMfaToken(handle, request)).toBe(secrets.nextMfaToken)
    expect(signIn.end(request)).toHaveLength(1)
    expect(signIn.end({ headers: {} })).toEqual([])
  })
})

describe('K51 a cookie that is not of this sign-in opens nothing', () => {
  it('without a cookie, or for an unknown handle', async () => {
    const browser = new Browser()
    const { start, resolve } = signInCookie()
    const handle = await start(browser)
    expect(await resolve(new Browser(), handle)).toBeUndefined()
    for (const wrong of ['', '.*', `${handle}a`, handle.slice(1), `${handle}=`, `__Host-${handle}`])
      expect(await resolve(browser, wrong)).toBeUndefined()
  })

  it('two swapped cookies', async () => {
    const browser = new Browser()
    const { start, resolve } = signInCookie()
    const handles = [await start(browser, 'token-1'), await start(browser, 'token-2')]
    const [one, other] = [...browser.cookies]
    if (!one || !other) throw new Error('Expected two cookies.')
    browser.cookies.set(one[0], other[1]).set(other[0], one[1])
    for (const handle of handles) expect(await resolve(browser, handle)).toBeUndefined()
  })

  it('changed at any position', async (context) => {
    const browser = new Browser()
    const { start, resolve } = signInCookie()
    const handle = await start(browser, secrets.nextMfaToken)
    const [[name, value] = ['', '']] = browser.cookies
    for (let position = 0; position < value.length; position += 1) {
      // Flip the highest of the six bits: the lowest of a part's last character may be unused.
      const changed = flip(value[position] ?? '')
      browser.cookies.set(name, value.slice(0, position) + changed + value.slice(position + 1))
      expect(await resolve(browser, handle), `at ${position}`).toBeUndefined()
      browser.cookies.set(name, value.slice(0, position))
      expect(await resolve(browser, handle), `up to ${position}`).toBeUndefined()
    }
    browser.cookies.set(name, value)
    expect(await resolve(browser, handle)).toBe(secrets.nextMfaToken)
    proves(context, 'N4', `${value.length} places, changed and cut off`)
  })

  it('ten minutes old, with the browser’s clock turned back', async () => {
    const browser = new Browser()
    const { start, resolve, clock } = signInCookie()
    const handle = await start(browser)
    clock.now += 10 * MINUTE - 1000
    expect(await resolve(browser, handle)).toBe(secrets.mfaToken)
    clock.now += 1000
    expect(await resolve(browser, handle)).toBeUndefined()
  })
})

describe('K52 the secret', () => {
  const open = async (sealedWith: Secret, openedWith: Secret) => {
    const browser = new Browser()
    const handle = await signInCookie({ secret: sealedWith }).start(browser)
    return signInCookie({ secret: openedWith }).resolve(browser, handle)
  }

  it('can be rotated: the first seals, each opens, and a removed one opens nothing', async (context) => {
    const both = [SECRET, OLD_SECRET]
    expect(await open(OLD_SECRET, both)).toBe(secrets.mfaToken)
    expect(await open(both, SECRET)).toBe(secrets.mfaToken)
    expect(await open(both, OLD_SECRET)).toBeUndefined()
    expect(await open(OLD_SECRET, SECRET)).toBeUndefined()
    proves(context, 'N4', 'four ways to rotate, six mistakes')
  })

  it('may be a function, called at each use', async () => {
    let now: Secret | undefined
    const secret = async () => now as Secret
    const browser = new Browser()
    const { start, resolve } = signInCookie({ secret })
    await expect(start(browser)).rejects.toThrow(/`secret` is missing.*environment variable/)
    now = OLD_SECRET
    const handle = await start(browser)
    now = [SECRET, OLD_SECRET]
    expect(await resolve(browser, handle)).toBe(secrets.mfaToken)
  })

  test.each<[unknown, RegExp]>([
    [undefined, /`secret` is missing.*seals the mfa token.*environment variable/],
    ['', /`secret` is missing/],
    [[], /`secret` is missing/],
    [[SECRET, undefined], /`secret` is missing/],
    [SECRET.slice(0, 31), /`secret` has fewer than 32 characters.*guessed.*openssl rand/],
    [[SECRET, 'short'], /`secret` has fewer than 32 characters/],
  ])(
    '%j is a mistake: synchronously, or at the first use of a function',
    async (secret, message) => {
      const options = { secret } as SignInCookieOptions
      const misused = expect.objectContaining({ code: 'misused' })
      expect(() => createSignInCookie(options)).toThrow(message)
      expect(() => createSignInCookie(options)).toThrow(misused)
      const later = createSignInCookie({ secret: () => secret as string })
      const browser = new Browser()
      const handle = await signInCookie().start(browser)
      await expect(later.start(next, browser.request())).rejects.toThrow(message)
      const said = await later.resolveMfaToken(handle, browser.request()).catch(String)
      expect(said).toMatch(message)
      expect(said).not.toMatch(/first-secret|short['"]/)
    },
  )

  type Secret = string | readonly string[]
})

describe('K54 a token that does not fit', () => {
  it('of 2,800 characters does', async () => {
    const browser = new Browser()
    const { start, resolve } = signInCookie()
    const handle = await start(browser, 'T'.repeat(2800))
    expect(await resolve(browser, handle)).toHaveLength(2800)
  })

  it('throws and says what to do: no answer has a cookie that a browser drops', async (context) => {
    const { signIn } = signInCookie()
    const browser = new Browser()
    let [fits, breaks] = [2800, 4096]
    while (breaks - fits > 1) {
      const length = Math.trunc((fits + breaks) / 2)
      const mfaToken = 'T'.repeat(length)
      const given = await signIn.start({ mfaToken }, browser.request()).catch((error) => error)
      if (given instanceof Error) breaks = length
      else fits = length
      if (given instanceof Error) {
        expect(given).toMatchObject({ name: 'RecoveryCodeError', code: 'misused' })
        expect(given.message).toMatch(/mfa token has \d+ characters.*4096.*store of your own/)
        expect(given.message).not.toContain('TTT')
      } else expect(given.headers[0]?.[1].length).toBeLessThanOrEqual(4096)
    }
    const handle = 'A'.repeat(41)
    const big = { mfaToken: 'T'.repeat(breaks) }
    await expect(signIn.onAnotherFactor(big, browser.request(), handle)).rejects.toThrow(/4096/)
    proves(context, 'N3', `${fits} characters fit`)
  })
})

/** Flips the highest of the six bits of a base64url character; a dot becomes a letter. */
function flip(character: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return character === '.' ? 'A' : (alphabet[alphabet.indexOf(character) ^ 32] ?? '')
}
