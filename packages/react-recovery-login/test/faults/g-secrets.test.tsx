import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import fc from 'fast-check'
import {
  useRecoveryCodeChallenge,
  useRecoveryCodeForm,
  type Challenge,
  type ChallengeEvent,
  type ChallengeOptions,
  type RecoveryCodeFormBinding,
} from 'react-recovery-login'
import { beforeEach, expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { open, said, settle, signIn, submitCode } from './harness.tsx'
import { journeys, travel } from './journeys.tsx'
import { proves, runs } from './runs.ts'
import { openSinks, sinkNames } from './sinks.ts'
import { success } from './wire.ts'

const { oldCode } = canaries
const strict = { reactStrictMode: true }

beforeEach(() => void vi.useFakeTimers())

// ── Answers with a canary anywhere, and connections that break ──
const secret = fc.constantFrom<string>(...Object.values(canaries))
const text = fc.oneof(secret, fc.string({ unit: 'binary', maxLength: 40 }), fc.constant('<b>'))
const value = fc.oneof(text, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(1e400, -1, true, null))
const member = fc.constantFrom(...Object.keys(success), 'session', 'error', 'error_description')
const odd = fc.dictionary(fc.oneof(member, fc.constantFrom('mfa_token', '__proto__')), value)
const error = fc.constantFrom('invalid_grant', 'mfa_required', 'access_denied', 'expired_token')
const body = fc.oneof(
  odd.map((odd) => ({ ...success, ...odd })),
  odd,
  fc.record({ error, error_description: text, mfa_token: secret }),
  text,
)
const fate = fc.record({
  body,
  status: fc.oneof(fc.constant(200), fc.integer({ min: 400, max: 599 })),
  header: fc.constantFrom('retry-after', 'x-request-id', 'location'),
  /** Where the connection breaks, if it does: at 0, before anything arrived. */
  cut: fc.option(fc.nat(400)),
})
type Fate = typeof fate extends fc.Arbitrary<infer Value> ? Value : never

/** A sign-in with a random end, and a second, headless page that sees the errors. */
async function live({ body, status, header, cut }: Fate, watch?: ReturnType<typeof openSinks>) {
  const client = new QueryClient()
  const sign = signIn({ confirmBy: 'continue' })
  const errors = new Set<unknown>()
  watch?.watch(sign, client)
  const on = open(
    <QueryClientProvider client={client}>
      {sign.page()}
      <Beside options={sign.props} see={(error) => errors.add(error)} />
    </QueryClientProvider>,
  )
  await submitCode(on)
  const whole = typeof body === 'string' ? body : JSON.stringify(body)
  if (cut === null) sign.wire.answer(whole, { status, headers: { [header]: oldCode } })
  else sign.wire.cut(cut === 0 ? undefined : whole.slice(0, cut))
  await settle()
  for (const way of ['continue', 'retry', 'start-again']) if (on.find(way)) on.press(way)
  await settle(1)
  if (sign.wire.open() > 0) sign.wire.cut()
  await settle()
  return { sign, on, errors: [...errors] }
}

function Beside({ options, see }: { options: ChallengeOptions; see: (error: unknown) => void }) {
  const { onEvent: _, ...others } = options
  const challenge = useRecoveryCodeChallenge(others)
  const error = errorOf(challenge)
  if (error !== undefined) see(error)
  return null
}

function errorOf(challenge: Challenge) {
  if ('form' in challenge) return challenge.form.error
  return 'message' in challenge && 'error' in challenge.message
    ? challenge.message.error
    : undefined
}

it('G1 E2 whatever the answer and the connection, there is a screen and no canary in any of the twelve sinks', async (test) => {
  const tries = runs(10_000, 60)
  const sinks = openSinks()
  await fc.assert(
    fc.asyncProperty(fate, async (fate) => {
      const { on, errors } = await live(fate, sinks)
      for (const error of errors) sinks.see(error)
      expect(on.container.querySelector('h2')).toHaveTextContent(/\S/)
      expect(said).toEqual([])
      expect(sinks.sweep()).toEqual({})
      on.unmount()
    }),
    { numRuns: tries },
  )
  proves(test, ['N4', 'N9'], `${tries} answers, ${sinkNames.length} sinks → 0 crashes, 0 canaries`)
})

test.for(Object.keys(journeys))('G1 G5 G6 G7 G9 on the way to “%s”', async (step, test) => {
  const sinks = openSinks()
  const client = new QueryClient()
  const { on } = await travel(
    step,
    (page) => <QueryClientProvider client={client}>{page}</QueryClientProvider>,
    (sign) => sinks.watch(sign, client),
  )
  expect(sinks.sweep()).toEqual({})
  expect(
    on.find('code')?.closest('[aria-live], [role="status"], [role="alert"]') ?? null,
  ).toBeNull()
  proves(test, 'N4', `${sinkNames.length} sinks → 0 canaries`)
})

it('G2 no storage, no IndexedDB, no cookie', async (test) => {
  const sinks = openSinks()
  const reads = (['getItem', 'removeItem', 'key'] as const).map((method) =>
    vi.spyOn(Storage.prototype, method),
  )
  const steps = Object.keys(journeys)
  for (const step of steps) (await travel(step)).on.unmount()
  expect(sinks.writes()).toEqual([])
  for (const read of reads) expect(read).not.toHaveBeenCalled()
  proves(test, 'N4', `${steps.length} screens → 0 calls`)
})

it('G3 no console', async (test) => {
  const steps = Object.keys(journeys)
  for (const step of steps) (await travel(step)).on.unmount()
  expect(said).toEqual([])
  proves(test, 'N4', `${steps.length} screens, and every case of these files → 0 calls`)
})

it('G4 every error that a page is shown: message, stack, cause, own keys, JSON', async (test) => {
  const tries = runs(5000, 40)
  let errors = 0
  await fc.assert(
    fc.asyncProperty(fate, async (fate) => {
      const { on, errors: seen } = await live({ ...fate, status: Math.max(fate.status, 400) })
      for (const error of seen) {
        expect(findCanaries(error)).toEqual([])
        expect(error).not.toHaveProperty('cause')
      }
      errors += seen.length
      on.unmount()
    }),
    { numRuns: tries },
  )
  expect(errors).toBeGreaterThan(0)
  proves(test, 'N4', `${errors} errors → 0 canaries`)
})

it('G8 events hold only what is allowed', async (test) => {
  const tries = runs(5000, 40)
  const allowed: Record<ChallengeEvent['type'], readonly string[]> = {
    submitted: ['type'],
    answered: ['type', 'outcome', 'rotated', 'unchanged', 'late', 'code', 'status', 'reason'],
    completed: ['type'],
    confirmed: ['type'],
    'confirm-blocked': ['type'],
    'copied-by-hand': ['type'],
    action: ['type', 'action', 'result'],
  }
  let events = 0
  await fc.assert(
    fc.asyncProperty(fate, async (fate) => {
      const { sign, on } = await live(fate)
      for (const event of sign.events as ChallengeEvent[]) {
        expect(allowed[event.type]).toEqual(expect.arrayContaining(Object.keys(event)))
        for (const value of Object.values(event))
          expect(String(value)).toMatch(/^(?:[a-z-]+|\d{3})$/)
      }
      events += sign.events.length
      on.unmount()
    }),
    { numRuns: tries },
  )
  proves(test, 'N4', `${events} events → 0 other members`)
})

it('G12 after the success the field is empty, in the page and in the form’s state', async (test) => {
  const sign = signIn()
  // A custom page that keeps its form while the new code is shown.
  let binding: RecoveryCodeFormBinding | undefined
  const Page = () => {
    const challenge = useRecoveryCodeChallenge(sign.props)
    if ('form' in challenge) binding = challenge.form
    const { formProps, inputProps, counterProps } = useRecoveryCodeForm(
      binding as RecoveryCodeFormBinding,
    )
    return (
      <form {...formProps} data-rrl-part="form">
        <input {...inputProps} data-rrl-part="input" />
        <span {...counterProps} data-rrl-part="counter" />
        <button data-rrl-part="submit">Continue</button>
      </form>
    )
  }
  const on = open(<Page />, strict)
  await submitCode(on)
  expect(on.field().value).toBe(oldCode)
  await sign.answer(success)
  expect(on.field().value).toBe('')
  expect(on.get('counter')).toBeEmptyDOMElement()
  on.press('submit')
  await settle()
  expect(sign.wire.posts).toHaveLength(1)
  proves(test, 'N4', '1 success → 1 empty field, fixed: once')
})

it('G12 the drop-in’s own field is emptied too, even after unmounting', async () => {
  const sign = signIn()
  const on = open(sign.page(), strict)
  await submitCode(on)
  const field = on.field()
  await sign.answer(success)
  expect(field.isConnected).toBe(false)
  expect(field.value).toBe('')
})

/** What each product documents for an element it should ignore. */
const conventions: Record<string, string> = {
  Sentry: '[data-sentry-block][data-sentry-mask].sentry-block',
  PostHog: '.ph-no-capture',
  rrweb: '.rr-block.rr-mask.rr-ignore',
  Datadog: '[data-dd-privacy="hidden"]',
  OpenReplay: '[data-openreplay-obscured]',
  Amplitude: '.amp-block.amp-mask',
  Clarity: '[data-clarity-mask="true"]',
  FullStory: '.fs-exclude',
  Hotjar: '[data-hj-suppress]',
  LogRocket: '[data-private]',
  'page translation': '[translate="no"].notranslate',
  Grammarly: '[data-gramm="false"]',
}

test.for([
  ['the field of the prompt', 'prompt', 'input', {}],
  ['the new code', 'capture', 'code', {}],
  ['the field for the copy', 'capture', 'input', { confirmBy: 'retype' }],
] as const)('G14 G6 %s', async ([, step, part, props], test) => {
  const { on } = await travel(step, undefined, undefined, props)
  const node = on.get(part)
  const met = Object.entries(conventions).filter(([, selector]) => node.matches(selector))
  expect(met.map(([product]) => product)).toEqual(Object.keys(conventions))
  if (node instanceof HTMLInputElement) {
    expect(node).not.toHaveAttribute('name')
    expect(node).not.toHaveAttribute('value')
    expect(node).toHaveAttribute('type', 'text')
    expect(node).toHaveAttribute('autocomplete', 'off')
    expect(node).toHaveAttribute('spellcheck', 'false')
    for (const manager of ['data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-form-type'])
      expect(node).toHaveAttribute(manager)
  }
  proves(test, 'N4', `${met.length} conventions`)
})

test.for([
  'clientSecret',
  'client_secret',
  'secret',
  'clientAssertion',
  'client_assertion',
  'password',
])('G18 %s in the transport', (spelling, test) => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  const transport = {
    domain: 'tenant.example',
    clientId: 'spa',
    fetch,
    [spelling]: canaries.clientSecret,
  }
  const sign = signIn({ transport })
  expect(() => open(sign.page(), { onCaughtError: () => undefined })).toThrow(
    `\`transport\` has \`${spelling}\`. A browser cannot keep a secret`,
  )
  expect(fetch).not.toHaveBeenCalled()
  expect(findCanaries(said.splice(0))).toEqual([])
  proves(test, 'N5', '1 error while rendering, 0 POSTs; the types refuse it as well')
})

it('G18 the types refuse a secret', () => {
  const direct = { domain: 'tenant.example', clientId: 'spa' } as const
  const transports: ChallengeOptions['transport'][] = [
    direct,
    // @ts-expect-error A browser can't keep a secret.
    { ...direct, clientSecret: 's' },
    // @ts-expect-error
    { ...direct, client_secret: 's' },
    // @ts-expect-error
    { ...direct, secret: 's' },
    // @ts-expect-error
    { ...direct, clientAssertion: 's' },
    // @ts-expect-error
    { ...direct, client_assertion: 's' },
    // @ts-expect-error
    { ...direct, password: 's' },
  ]
  expect(transports).toHaveLength(7)
})
