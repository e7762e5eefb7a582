import { Component, type ReactNode } from 'react'
import { act } from '@testing-library/react'
import fc from 'fast-check'
import type { ChallengeOptions, RecoveryCodeFormat } from 'react-recovery-login'
import { expect, it, test, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import {
  headless,
  open,
  said,
  settle,
  signIn,
  submitCode,
  type Person,
  type SignIn,
} from './harness.tsx'
import { proves, runs } from './runs.ts'
import { success } from './wire.ts'

const { oldCode, newCode, mfaToken } = canaries
const strict = { reactStrictMode: true }

async function answered(
  body: unknown,
  init: ResponseInit,
  props: Parameters<typeof signIn>[0] = {},
) {
  const sign = signIn(props)
  const on = open(sign.page(), strict)
  await answer({ sign, on }, body, init)
  return { sign, on }
}

async function answer(
  { sign, on }: { sign: SignIn; on: Person },
  body: unknown,
  init: ResponseInit,
) {
  if (on.find('retry')) on.press('retry')
  else await submitCode(on, oldCode.toLowerCase())
  await settle(1)
  await sign.answer(body, init)
}

/** Expects the message under the field, tied to it, with focus in the field and the text kept. */
function expectMessage(on: Person, title: string) {
  const field = on.field()
  const message = on.get('alert')
  expect(on.get('alert-title')).toHaveTextContent(title)
  expect(message).toHaveAttribute('role', 'alert')
  expect(field).toHaveAttribute('aria-describedby', message.id)
  expect(on.field()).toHaveFocus()
  expect(field.value).toBe(oldCode.toLowerCase())
}

test.for([401, 403])('F1 invalid_grant with a %i', async (status, test) => {
  const { sign, on } = await answered({ error: 'invalid_grant' }, { status })
  expectMessage(on, 'That code was not accepted')
  expect(on.field()).toHaveAttribute('aria-invalid', 'true')
  await answer({ sign, on }, success, {})
  expect(on.code(), 'the next try').toBe(newCode)
  proves(test, ['N3', 'N10'], '1 refusal → the text kept, the focus in the field, fixed: once')
})

const expired = ['This sign-in took too long', 'was not used up'] as const
const notSetUp = 'We can’t check your code right now'
const ours = [notSetUp, 'It is not your mistake'] as const
const malformed = { error: 'invalid_grant', error_description: 'Malformed mfa_token' }
const otherFactor = { error: 'mfa_required', mfa_token: mfaToken }
const notSent = { error: 'invalid_request', not_sent: 'foreign-origin' }
const denied = { error: 'access_denied', error_description: 'Not from here.' }

test.for<[what: string, body: object, status: number, heading: string, text: string]>([
  ['F2 expired_token', { error: 'expired_token' }, 401, ...expired],
  ['F2 the description of an expired mfa token', malformed, 403, ...expired],
  ['F3 mfa_required again', otherFactor, 403, 'One more step', 'Keep your recovery code'],
  ['F4 invalid_client', { error: 'invalid_client' }, 401, ...ours],
  ['F4 unauthorized_client', { error: 'unauthorized_client' }, 403, ...ours],
  ['F4 unsupported_grant_type', { error: 'unsupported_grant_type' }, 400, ...ours],
  [
    'K32 a refusal by the handler',
    notSent,
    403,
    notSetUp,
    'Nothing was sent, so this try did not use up your code.',
  ],
  ['F4 access_denied', denied, 403, 'You could not be signed in', 'may be used up'],
])('%s', async ([, body, status, heading, text], test) => {
  const { sign, on } = await answered(body, { status })
  expect(on.heading()).toBe(heading)
  expect(on.get('heading')).toHaveFocus()
  expect(on.container).toHaveTextContent(text)
  expect(sign.wire.posts).toHaveLength(1)
  proves(test, 'N3', `1 refusal → “${heading}”, fixed: once`)
})

it('F3 the host gets the next mfa token, and the challenge continues with it', async (test) => {
  const onStartAgain = vi.fn<NonNullable<ChallengeOptions['onStartAgain']>>()
  const next = `${mfaToken}*next`
  const body = {
    error: 'mfa_required',
    mfa_token: next,
    mfa_requirements: { challenge: [{ type: 'otp' }] },
  }
  const { sign, on } = await answered(body, { status: 403 }, { onStartAgain })
  on.press('start-again')
  expect(onStartAgain).toHaveBeenCalledExactlyOnceWith('another-factor', {
    mfaToken: next,
    challenge: ['otp'],
  })
  on.rerender(sign.page({ mfaToken: next }))
  expect(on.heading()).toBe('Enter your recovery code')
  proves(test, 'N3', 'the next token is on the call alone')
})

it('F5 nothing of the server’s error is on screen', async (test) => {
  const tries = runs(2000, 30)
  const error = fc.oneof(
    fc.string({ minLength: 3, unit: 'binary' }),
    fc.constantFrom('<img src=x onerror=alert(1)>', 'x'.repeat(10_000), `spent ${oldCode}`),
  )
  const mark = 'Zq7 '
  await fc.assert(
    fc.asyncProperty(error, async (text) => {
      const error = `${mark}${text}`
      const { on } = await answered({ error, error_description: error }, { status: 403 })
      expect(on.container.innerHTML).not.toContain(mark.trim())
      expect(on.container.querySelector('img')).toBeNull()
      on.unmount()
    }),
    { numRuns: tries },
  )
  proves(test, 'N9', `${tries} errors → 0 words on screen, 0 elements`)
})

it('F10 a wrong code, a used one, an unknown user: the same screen to the letter', async (test) => {
  const screens = new Set<string>()
  for (const [error_description, status] of [
    ['MFA Authorization rejected.', 403],
    ['Invalid recovery code', 401],
    ['The user does not exist', 403],
    [undefined, 400],
  ] as const) {
    const { on } = await answered({ error: 'invalid_grant', error_description }, { status })
    // React's generated ids.
    screens.add(on.container.innerHTML.replaceAll(/_r_\w+_|:r\w+:|«r\w+»/g, 'id'))
    on.unmount()
  }
  expect(screens.size).toBe(1)
  proves(test, 'N3', '4 causes → 1 screen')
})

it('F1 after five refusals the message stops blaming the code', async (test) => {
  const { sign, on } = await answered({ error: 'invalid_grant' }, { status: 403 })
  const titles: (string | null)[] = []
  for (let refusal = 1; refusal < 6; refusal += 1) {
    titles.push(on.get('alert-title').textContent)
    await answer({ sign, on }, { error: 'invalid_grant' }, { status: 403 })
  }
  titles.push(on.get('alert-title').textContent)
  expect(titles).toEqual([
    ...Array.from({ length: 4 }, () => 'That code was not accepted'),
    'Still not accepted',
    'Still not accepted',
  ])
  proves(test, 'N3', '5 refusals → “Still not accepted”')
})

it('F1 a lost answer is not a refusal', async (test) => {
  const { wire, props } = signIn()
  // On screen the message for a lost answer takes precedence from then on.
  const { now, form } = headless(props, strict)
  const locked: (boolean | undefined)[] = []
  const refuse = async () => {
    wire.answer({ error: 'invalid_grant' }, { status: 403 })
    await settle()
    locked.push(form()?.maybeLocked)
  }
  const submit = () => act(async () => void form()?.onSubmit(oldCode))
  for (let refusal = 1; refusal <= 3; refusal += 1) {
    await submit()
    await refuse()
  }
  await submit()
  wire.cut()
  await settle()
  const challenge = now()
  if (challenge.step === 'unknown') act(() => challenge.message.onTryAgain?.())
  // Its mark may be refused first.
  await settle()
  await refuse()
  await submit()
  await refuse()
  expect(locked).toEqual([false, false, false, false, true])
  expect(wire.posts).toHaveLength(6)
  proves(test, 'N3', '5 refusals, 1 lost answer → 5 counted')
})

it('F1 the host sets the number of refusals', async () => {
  const { on } = await answered({ error: 'invalid_grant' }, { status: 403 }, { lockHintAfter: 1 })
  expectMessage(on, 'Still not accepted')
})

it('F1 a refusal after a lost answer has its own message', async (test) => {
  const { sign, on } = await answered('', { status: 502 })
  expect(on.heading()).toBe('We did not get an answer')
  await answer({ sign, on }, { error: 'invalid_grant' }, { status: 403 })
  expect(on.get('alert-title')).toHaveTextContent('That code is no longer accepted')
  expect(on.field()).toHaveFocus()
  // The form unmounted meanwhile, and the code with it.
  expect(on.field().value).toBe('')
  proves(test, 'N3', '1 lost answer, 1 refusal → “no longer accepted”')
})

const alphabet = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZ']
const character = fc.constantFrom(...alphabet)
const ofLength = (length: number) =>
  fc.array(character, { minLength: length, maxLength: length }).map((all) => all.join(''))

it('F11 a text that is not a complete code is held back, and costs no attempt', async (test) => {
  const tries = runs(2000, 40)
  const text = fc.oneof(
    fc
      .integer({ min: 1, max: 60 })
      .filter((length) => length !== 24)
      .chain(ofLength),
    fc.integer({ min: 100_000, max: 999_999 }).map(String),
    ofLength(23).map((most) => `${most}O`),
    fc.constantFrom('', '   ', '-'),
  )
  let sent = 0
  await fc.assert(
    fc.asyncProperty(text, async (text) => {
      const sign = signIn()
      const on = open(sign.page())
      await submitCode(on, text)
      await submitCode(on, text)
      expect(on.get('alert-title').textContent).not.toBe('')
      expect(on.field().value).toBe(text)
      sent += sign.wire.posts.length
      on.unmount()
    }),
    { numRuns: tries },
  )
  expect(sent).toBe(0)
  proves(test, 'N1', `${tries} texts, each submitted twice → ${sent} POSTs`)
})

it('F11 Send it anyway sends it once, as it is', async (test) => {
  const sign = signIn()
  const on = open(sign.page(), strict)
  await submitCode(on, 'abc-123')
  const anyway = on.get('send-anyway')
  anyway.click()
  anyway.click()
  await settle(1)
  expect(sign.wire.posts.map((post) => post.get('recovery_code'))).toEqual(['ABC123'])
  proves(test, 'N1', '2 presses → 1 POST')
})

it('F11 another issuer’s format is accepted', async () => {
  const format: RecoveryCodeFormat = { length: 8, alphabet: '0123456789', groupSize: 4 }
  const sign = signIn({ format })
  const on = open(sign.page(), strict)
  await submitCode(on, '1234 5678')
  expect(sign.wire.posts.map((post) => post.get('recovery_code'))).toEqual(['12345678'])
})

it('F12 an http: endpoint throws on render, before anything is typed', async (test) => {
  const tries = runs(500, 30)
  const host = fc.domain().filter((domain) => domain !== 'localhost')
  const fetch = vi.fn<typeof globalThis.fetch>()
  await fc.assert(
    fc.property(host, fc.boolean(), (domain, direct) => {
      const sign = signIn({
        transport: direct
          ? { domain: `http://${domain}`, clientId: 'spa', fetch }
          : { endpoint: `http://${domain}/login`, fetch },
      })
      const on = open(<Shown>{sign.page()}</Shown>)
      expect(on.container).toHaveTextContent(
        /react-recovery-login: `(?:endpoint|domain)` uses http:/,
      )
      on.unmount()
    }),
    { numRuns: tries },
  )
  // React reports what the boundary caught.
  said.splice(0)
  expect(fetch).not.toHaveBeenCalled()
  proves(test, 'N5', `${tries} addresses → ${tries} errors, 0 POSTs`)
})

/** The host's error page. */
class Shown extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {}
  static getDerivedStateFromError({ message }: Error) {
    return { message }
  }
  override render() {
    return this.state.message ?? this.props.children
  }
}
