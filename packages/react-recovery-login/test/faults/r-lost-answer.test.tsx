import { act } from '@testing-library/react'
import { beforeEach, describe, expect, it, test, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { open, settle, signIn, submitCode, type Person, type SignIn } from './harness.tsx'
import { proves, runs } from './runs.ts'
import { success, tokens } from './wire.ts'

const { newCode, oldCode } = canaries
const NOW = Date.UTC(2026, 8, 12, 10)
const held = { recovery_code: newCode, session: true, receipt: 'r'.repeat(43) }
const json = (body: object, status = 200) => Response.json(body, { status })
const nothingFound = () => json({ error: 'server_error' }, 502)
const lost = 'We did not get an answer'
const saved = 'Save your new recovery code'

beforeEach(() => void vi.useFakeTimers({ now: NOW }))

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))
/** Until every look is over: five in fifteen seconds. */
const everyLook = () => wait(16_000)

/** A sign-in whose answer is on its way. */
async function sent(
  onRepeat: (look: number) => Response | Promise<Response>,
  props: Parameters<typeof signIn>[0] = {},
): Promise<{ on: ReturnType<typeof open>; sign: SignIn }> {
  const sign = signIn(props)
  sign.wire.onRepeat = () => onRepeat(sign.wire.repeats.length)
  const on = open(sign.page(), { reactStrictMode: true })
  await submitCode(on)
  return { on, sign }
}

/** Saved, confirmed, signed in by the handler, once. */
async function expectSignedIn(on: Person, { completions, wire }: SignIn): Promise<void> {
  expect(on.code()).toBe(newCode)
  on.tick()
  on.press('continue')
  await settle()
  expect(completions).toEqual([{ tokens: undefined, rotated: true }])
  expect(wire.posts).toHaveLength(1)
}

describe('R1 a lost answer', () => {
  test.for<[string, string | undefined]>([
    ['before its first byte', undefined],
    ['before the new code', '{"recovery_'],
  ])('%s comes back by itself', async ([, begun], context) => {
    const tries = runs(50, 5)
    for (let run = 0; run < tries; run += 1) {
      const { on, sign } = await sent(() => json(held))
      sign.wire.cut(begun)
      await wait(0)
      await settle()
      expect(on.heading()).toBe(saved)
      await expectSignedIn(on, sign)
      expect(sign.wire.repeats.map((form) => [...form].slice(-2).flat())).toEqual([
        ['recovery_code', oldCode, 'repeat', 'look'],
      ])
      expect(sign.events).toContainEqual(
        expect.objectContaining({ type: 'answered', outcome: 'verified', rotated: true }),
      )
      on.unmount()
    }
    proves(context, ['N1', 'N2'], `${tries} × lost, found at the first look, 1 POST`)
  })

  it('comes at the last of five looks, in fifteen seconds', async () => {
    const { on, sign } = await sent((look) => (look < 5 ? nothingFound() : json(held)))
    sign.wire.cut()
    await wait(600)
    expect([on.heading(), on.get('waiting-text').textContent]).toEqual([
      lost,
      'Looking for the answer. If it is found, it appears here.',
    ])
    expect(on.find('retry')).toBeNull()
    await wait(14_400)
    expect(on.heading()).toBe(saved)
    expect(sign.wire.repeats).toHaveLength(5)
  })

  it('is found although the page was left and opened again', async () => {
    const { on, sign } = await sent((look) => (look < 3 ? nothingFound() : json(held)))
    sign.wire.cut()
    await wait(500)
    on.unmount()
    await wait(5000)
    const again = open(sign.page())
    await settle()
    await expectSignedIn(again, sign)
  })
})

describe('R2 nothing is found', () => {
  it('stays unknown, never unused, and can be checked again', async (context) => {
    const { on, sign } = await sent((look) => (look < 8 ? nothingFound() : json(held)))
    sign.wire.cut()
    await everyLook()
    expect(on.heading()).toBe(lost)
    expect(on.container.textContent).toContain('The code may be used up, or it may still work.')
    expect(on.find('waiting')).toBeNull()
    expect(sign.wire.repeats).toHaveLength(5)
    await wait(600_000)
    expect(sign.wire.repeats, 'bounded').toHaveLength(5)
    on.press('check-again')
    await everyLook()
    expect(sign.wire.repeats).toHaveLength(8)
    await expectSignedIn(on, sign)
    proves(context, ['N1', 'N3'], '5 looks in fifteen seconds, then the person’s own')
  })

  it.each([
    ['an unreadable answer', () => new Response('<html>', { status: 200 })],
    ['the handler is busy', () => json({ error: 'server_error' }, 503)],
    ['no connection', () => Promise.reject<Response>(new TypeError('fetch failed'))],
  ])('%s: it looks on', async (_what, answer) => {
    const { on, sign } = await sent(answer)
    sign.wire.cut()
    await everyLook()
    expect([on.heading(), sign.wire.repeats.length]).toEqual([lost, 5])
  })

  it.each([
    ['the sign-in is over', json({ error: 'expired_token' }, 401)],
    ['the client may not use the grant', json({ error: 'unauthorized_client' }, 403)],
  ])('%s: it stops, and stays unknown', async (_what, answer) => {
    const { on, sign } = await sent(() => answer)
    sign.wire.cut()
    await everyLook()
    expect([on.heading(), sign.wire.repeats.length]).toEqual([lost, 1])
  })
})

describe('R3 offline', () => {
  it('looks at once when it is online again, however long that takes', async () => {
    const { on, sign } = await sent(() => json(held))
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    sign.wire.cut()
    await wait(3_600_000)
    expect(sign.wire.repeats).toHaveLength(0)
    expect(on.get('waiting-text')).toHaveTextContent('Looking for the answer.')
    online.mockReturnValue(true)
    globalThis.dispatchEvent(new Event('online'))
    await wait(0)
    await settle()
    await expectSignedIn(on, sign)
  })
})

describe('R4 a connection that is dead, and still open', () => {
  it('the answer is found beside it after ten seconds; what comes late changes nothing', async (context) => {
    const { on, sign } = await sent(() => json(held))
    await wait(10_001)
    await settle()
    expect(on.code()).toBe(newCode)
    sign.wire.answer(success)
    await settle()
    expect(sign.events.filter((event) => Object(event).type === 'answered')).toHaveLength(1)
    await expectSignedIn(on, sign)
    proves(context, ['N1', 'N2'], 'found beside an open request')
  })

  it('a refusal is found: another code can be sent, and the dead request can’t answer it', async () => {
    const { on, sign } = await sent(() => json({ error: 'invalid_grant' }, 403))
    await wait(10_001)
    await settle()
    expect(on.get('alert-title')).toHaveTextContent('That code was not accepted')
    await submitCode(on, newCode)
    expect(sign.wire.posts).toHaveLength(2)
    sign.wire.answer({ error: 'expired_token' }, { status: 401 })
    await settle()
    expect(on.get('submit')).toHaveTextContent('Checking your code…')
    sign.wire.answer(success)
    await settle()
    expect(on.heading()).toBe(saved)
  })

  it('nothing is found: it waits, and says that it looks again', async () => {
    const { on, sign } = await sent(nothingFound)
    await wait(30_600)
    expect(on.get('waiting-text')).toHaveTextContent('Looking for the answer.')
    await everyLook()
    expect(on.get('waiting-text')).toHaveTextContent('Still waiting for the answer.')
    expect([on.find('check-again'), on.find('retry')]).toEqual([expect.anything(), null])
    sign.wire.answer(success)
    await settle()
    expect(on.heading()).toBe(saved)
    expect(on.get('lead')).toBeDefined()
  })
})

describe('R5 a handler that holds nothing', () => {
  it('is asked once, and the screen stays as it was', async () => {
    const { on, sign } = await sent(() =>
      json({ error: 'invalid_request', not_sent: 'wrong-parameters' }, 400),
    )
    sign.wire.cut()
    await settle()
    expect(on.find('waiting')).toBeNull()
    await everyLook()
    expect([on.find('waiting'), on.find('check-again')]).toEqual([null, null])
    expect(sign.wire.repeats).toHaveLength(1)
    on.press('retry')
    await settle(1)
    expect(sign.wire.posts).toHaveLength(2)
    sign.wire.cut()
    await everyLook()
    expect(sign.wire.repeats, 'known by now').toHaveLength(1)
  })

  it('not even asked by a public client', async () => {
    const sign = signIn()
    const transport = { domain: 'a.example', clientId: 'spa', fetch: sign.wire.fetch }
    const on = open(sign.page({ transport }))
    await submitCode(on)
    sign.wire.cut()
    await everyLook()
    expect([on.heading(), sign.wire.repeats.length]).toEqual([lost, 0])
    on.press('retry')
    await settle(1)
    expect(sign.wire.posts).toHaveLength(2)
  })
})

describe('R6 Try the same code once more', () => {
  it('is marked, so that only the person’s own is sent anew', async () => {
    const { on, sign } = await sent(nothingFound)
    sign.wire.cut()
    await everyLook()
    sign.wire.onRepeat = () => json({ error: 'invalid_grant' }, 403)
    on.press('retry')
    await settle()
    expect(sign.wire.repeats.at(-1)?.get('repeat')).toBe('send')
    expect(sign.wire.posts).toHaveLength(1)
    expect(on.get('alert-title')).toHaveTextContent('That code is no longer accepted')
  })

  it('a handler that holds nothing refuses the mark: sent without it', async () => {
    const { on, sign } = await sent(() => Promise.reject<Response>(new TypeError('fetch failed')))
    sign.wire.cut()
    await everyLook()
    sign.wire.onRepeat = () => json({ error: 'invalid_request' }, 400)
    on.press('retry')
    await settle()
    expect(sign.wire.posts).toHaveLength(2)
    sign.wire.answer(success)
    await settle()
    expect(on.heading()).toBe(saved)
  })

  it('ends the looking', async () => {
    const looks: ((response: Response) => void)[] = []
    const { on, sign } = await sent(() => new Promise((resolve) => looks.push(resolve)))
    sign.wire.cut()
    await wait(0)
    on.press('retry')
    await settle(1)
    expect(sign.wire.repeats.map((form) => form.get('repeat'))).toEqual(['look', 'send'])
    looks[0]?.(json({ ...held, recovery_code: 'WRONGWRONGWRONG' }))
    await settle()
    expect(on.code()).toBeUndefined()
    looks[1]?.(json(held))
    await settle()
    expect(on.code()).toBe(newCode)
  })
})

describe('R7 an answer that is cut off after the code', () => {
  it('gets its session, with the tick and the code untouched', async (context) => {
    const { on, sign } = await sent((look) => (look < 2 ? nothingFound() : json(held)))
    sign.wire.cut(`{"recovery_code":"${newCode}",`)
    await settle()
    expect(on.heading()).toBe('Save this code, then start again')
    on.tick()
    await wait(1000)
    await settle()
    expect(on.heading()).toBe(saved)
    expect(on.get<HTMLInputElement>('checkbox').checked).toBe(true)
    on.press('continue')
    await settle()
    expect(sign.completions).toEqual([{ tokens: undefined, rotated: true }])
    expect(sign.wire.receipts).toEqual([held.receipt])
    proves(context, 'N2', 'the session of a rescued answer')
  })

  it('while a look is open already: its answer is the rest', async () => {
    const looks: ((response: Response) => void)[] = []
    const { on, sign } = await sent(() => new Promise((resolve) => looks.push(resolve)))
    await wait(10_001)
    sign.wire.cut(`{"recovery_code":"${newCode}",`)
    await settle()
    expect(on.heading()).toBe('Save this code, then start again')
    looks[0]?.(json(held))
    await settle()
    expect(on.heading()).toBe(saved)
    expect(sign.wire.repeats).toHaveLength(1)
    expect(sign.events.filter((event) => Object(event).type === 'answered')).toHaveLength(2)
  })

  it('confirmed before it comes: the sign-in completes', async () => {
    const { on, sign } = await sent((look) => (look < 3 ? nothingFound() : json(held)))
    sign.wire.cut(`{"recovery_code":"${newCode}",`)
    await settle()
    on.tick()
    on.press('continue')
    await settle()
    expect(on.heading()).toBe('Start the sign-in again')
    await wait(3000)
    await settle()
    expect(sign.completions).toEqual([{ tokens: undefined, rotated: true }])
  })
})

describe('R8 the receipt', () => {
  it('goes out once, when the person confirms, and delays nothing', async (context) => {
    const { on, sign } = await sent(nothingFound)
    sign.wire.answer(held)
    await settle()
    expect(sign.wire.receipts).toEqual([])
    await expectSignedIn(on, sign)
    expect(sign.wire.receipts).toEqual([held.receipt])
    proves(context, ['N4', 'N6'], 'one receipt, without code or token')
  })

  it('fails: nothing changes', async () => {
    const sign = signIn()
    const fetch: typeof globalThis.fetch = (url, init) =>
      String(init?.body).startsWith('receipt=')
        ? Promise.reject(new TypeError('fetch failed'))
        : sign.wire.fetch(url, init)
    const on = open(sign.page({ transport: { endpoint: '/login/recovery-code', fetch } }))
    await submitCode(on)
    sign.wire.answer(held)
    await settle()
    await expectSignedIn(on, sign)
  })

  it('goes out once, although the host fails and is called again', async () => {
    const onComplete = vi.fn(() => Promise.reject(new Error('down')))
    vi.mocked(reportError).mockImplementation(() => {})
    const { on, sign } = await sent(nothingFound, { onComplete })
    sign.wire.answer(held)
    await settle()
    on.tick()
    on.press('continue')
    await settle()
    on.press('continue')
    await settle()
    expect(onComplete).toHaveBeenCalledTimes(2)
    expect(sign.wire.receipts).toEqual([held.receipt])
  })
})

describe('R9 after a reload', () => {
  const props = { interrupted: true, held: true, expiresAt: NOW + 480_000, now: () => NOW }

  it('the same code shows the same new code, until the time that both screens say', async (context) => {
    const sign = signIn(props)
    const on = open(sign.page())
    const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(NOW + 480_000)
    expect(on.get('lead').textContent).toContain(`Until about ${time}`)
    on.press('enter-again')
    await settle()
    expect(on.get('lead').textContent).toContain(`Until about ${time}, the code`)
    await submitCode(on)
    sign.wire.answer(held)
    await settle()
    await expectSignedIn(on, sign)
    proves(context, ['N2', 'N3'], 'the same code, the same new code')
  })

  it.each([
    ['nothing is held', { ...props, held: undefined }],
    ['nobody knows until when', { ...props, expiresAt: undefined }],
  ])('%s: nothing is promised', (_what, others) => {
    const on = open(signIn(others).page())
    expect(on.find('enter-again')).toBeNull()
    expect(on.container.textContent).toContain('can’t be shown a second time')
  })
})

describe('R10 another sign-in', () => {
  it('is not touched by the looks of the one before', async () => {
    const looks: ((response: Response) => void)[] = []
    const { on, sign } = await sent(() => new Promise((resolve) => looks.push(resolve)))
    sign.wire.cut()
    await wait(0)
    const other = signIn({ account: 'other@example.com' })
    on.rerender(other.page())
    await settle()
    looks[0]?.(json(held))
    await settle()
    expect(on.code()).toBeUndefined()
    expect(on.heading()).toBe('Enter your recovery code')
    expect(sign.completions).toEqual([])
  })

  it('a discard ends the looking', async () => {
    const looks: ((response: Response) => void)[] = []
    const { on, sign } = await sent(() => new Promise((resolve) => looks.push(resolve)))
    sign.wire.cut()
    await wait(0)
    const { discardAll } = await import('react-recovery-login')
    act(discardAll)
    looks[0]?.(json(held))
    await everyLook()
    expect(on.heading()).toBe('Enter your recovery code')
    expect(sign.wire.repeats).toHaveLength(1)
  })
})

it('a public client gets its tokens as before', async () => {
  const sign = signIn()
  const on = open(sign.page())
  await submitCode(on)
  sign.wire.answer(success)
  await settle()
  on.tick()
  on.press('continue')
  await settle()
  expect(sign.completions).toEqual([{ tokens, rotated: true }])
  expect(sign.wire.receipts).toEqual([])
})
