import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { canaries } from '#test/canaries.ts'
import { proves, runs } from '#test/faults/runs.ts'
import { createWire, success, tokens } from '#test/faults/wire.ts'
import { createRecoveryFlow, type Completion, type SendOptions } from './recovery-flow.ts'

const { oldCode, newCode, mfaToken } = canaries

function flowOn(wire = createWire(), others: Partial<SendOptions> = {}) {
  const steps: string[] = []
  const flow = createRecoveryFlow(mfaToken, (state) => void steps.push(state.step))
  const transport = { domain: 'tenant.example', clientId: 'spa', fetch: wire.fetch }
  const options: SendOptions = { transport, ...others }
  return {
    wire,
    flow,
    steps,
    options,
    submit: (code: string = oldCode) => flow.submit(code, options),
  }
}

/** The new code that the flow shows, if any. */
function shown(flow: ReturnType<typeof createRecoveryFlow>): string | undefined {
  const state = flow.read()
  return state.step === 'capture' ? state.capture.newRecoveryCode.reveal() : undefined
}

it('stores the answer before notifying anyone', async () => {
  const wire = createWire()
  const seen: unknown[] = []
  const flow = createRecoveryFlow(mfaToken, () => seen.push(shown(flow)))
  flow.subscribe(() => seen.push(shown(flow)))
  const options = { transport: { domain: 'tenant.example', clientId: 'spa', fetch: wire.fetch } }
  const receipt = flow.submit(oldCode, options)
  wire.answer(success)
  expect(await receipt).toEqual({
    outcome: 'verified',
    rotated: true,
    unchanged: false,
    late: false,
  })
  expect(seen).toEqual([undefined, undefined, newCode, newCode])
})

it('sends nothing while it is locked, and unlocks if an option was wrong', async () => {
  const { wire, flow, options, submit } = flowOn()
  expect(() => flow.submit(oldCode, { transport: { endpoint: 'http://shop.example/' } })).toThrow(
    '`endpoint` uses http:',
  )
  expect(flow.read().step).toBe('prompt')
  void submit()
  expect(submit()).toBeUndefined()
  expect(flow.tryAgain(options)).toBeUndefined()
  expect(wire.posts).toHaveLength(1)
})

it.each<[what: string, now: () => number]>([
  [
    'throws',
    () => {
      throw new Error('no clock')
    },
  ],
  ['returns a non-number', () => Number.NaN],
  ['returns a time that no date can hold', () => 1e300],
])('a host clock that %s loses no answer', async (_what, now) => {
  const { wire, flow, submit } = flowOn(createWire(), { now })
  const receipt = submit()
  wire.answer(success)
  await receipt
  expect(shown(flow)).toBe(newCode)
  const state = flow.read()
  expect(state.step === 'capture' && Math.abs(state.capture.issuedAt - Date.now())).toBeLessThan(
    60_000,
  )
})

it('hands the tokens to the host once, and is empty once it is complete', async () => {
  const { wire, flow, submit } = flowOn()
  const receipt = submit()
  wire.answer(success)
  await receipt
  const state = flow.read()
  expect(state.step === 'capture' && state.capture.oldRecoveryCode?.reveal()).toBe(oldCode)
  const completions: Completion[] = []
  for (let press = 0; press < 3; press += 1)
    flow.complete((completion) => void completions.push(completion))
  await vi.waitFor(() => expect(flow.read()).toEqual({ step: 'complete', rotated: true }))
  flow.complete((completion) => void completions.push(completion))
  expect(completions).toEqual([{ tokens, rotated: true }])
  expect(state.step === 'capture' && state.capture.newRecoveryCode.reveal()).toBe('')
  expect(state.step === 'capture' && state.capture.oldRecoveryCode?.reveal()).toBe('')
})

it('keeps everything if the host fails, and allows another attempt', async () => {
  const { wire, flow, submit } = flowOn()
  const receipt = submit()
  wire.answer(success)
  await receipt
  flow.complete(() => Promise.reject(new Error('no session')))
  await vi.waitFor(() => expect(flow.read()).toMatchObject({ finishing: 'failed' }))
  expect(shown(flow)).toBe(newCode)
  const onComplete = vi.fn<() => void>()
  flow.complete(onComplete)
  expect(onComplete).toHaveBeenCalledWith({ tokens, rotated: true })
})

it('an onComplete that settles after discard touches no later sign-in', async () => {
  const { wire, flow, submit } = flowOn()
  const first = submit()
  wire.answer(success)
  await first
  let end: () => void = () => undefined
  flow.complete(() => new Promise<void>((resolve) => void (end = resolve)))
  flow.discard()
  const second = submit(newCode)
  wire.answer({ ...success, recovery_code: oldCode })
  await second
  end()
  await Promise.resolve()
  expect(shown(flow)).toBe(oldCode)
  const onComplete = vi.fn<() => void>()
  flow.complete(onComplete)
  expect(onComplete).toHaveBeenCalledOnce()
})

it('notifies nobody if nothing changes', () => {
  const { flow, steps } = flowOn()
  flow.discard()
  expect(steps).toEqual([])
})

const refusal = { error: 'invalid_grant' }

it.each([
  [
    'refused',
    refusal,
    403,
    { outcome: 'refused', rotated: false, code: 'code-rejected', status: 403 },
  ],
  ['verified, without a new code', tokens, 200, { outcome: 'verified', rotated: false }],
])('the receipt of an attempt has no secret: %s', async (_what, body, status, details) => {
  const { wire, submit } = flowOn()
  const receipt = submit()
  wire.answer(body, { status })
  expect(await receipt).toEqual({ unchanged: false, late: false, ...details })
})

it('a refused code is not kept for another attempt', async () => {
  const { wire, flow, options, submit } = flowOn()
  const receipt = submit()
  wire.answer(refusal, { status: 403 })
  await receipt
  expect(flow.tryAgain(options)).toBeUndefined()
  expect(wire.posts).toHaveLength(1)
})

it('a confirmation with nothing to confirm changes nothing', async () => {
  const { wire, flow, options, submit } = flowOn()
  const receipt = submit()
  wire.cut()
  await receipt
  flow.complete(() => expect.unreachable())
  expect(flow.tryAgain(options)).toBeDefined()
  expect(wire.posts.map((body) => body.get('recovery_code'))).toEqual([oldCode, oldCode])
})

it('discard forgets everything, and drops an answer that comes later', async () => {
  const { wire, flow, submit } = flowOn()
  const receipt = submit()
  flow.discard()
  expect(submit()).toBeUndefined()
  wire.answer(success)
  await receipt
  expect(flow.read().step).toBe('prompt')
  void submit()
  expect(wire.posts).toHaveLength(2)
})

it.each([
  ['as shown', newCode, newCode, true],
  ['as people type it', newCode.toLowerCase().replaceAll(/(.{4})/g, '$1-'), newCode, true],
  ['another one', oldCode, newCode, false],
])(
  'H16 says that the new code is the one that was sent: %s',
  async (_what, typed, came, unchanged) => {
    const { wire, flow, submit } = flowOn()
    const receipt = submit(typed)
    wire.answer({ ...success, recovery_code: came })
    expect(await receipt).toMatchObject({ outcome: 'verified', rotated: true, unchanged })
    expect(shown(flow)).toBe(came)
  },
)

it('a code without a sign-in is wiped and leads back to the start, without calling the host', async () => {
  const { wire, flow, submit } = flowOn()
  const receipt = submit()
  wire.answer({ recovery_code: newCode, session: false })
  expect(await receipt).toMatchObject({ outcome: 'unfinished', rotated: true })
  const state = flow.read()
  const onComplete = vi.fn<() => void>()
  flow.complete(onComplete)
  expect(flow.read()).toMatchObject({ step: 'start-again', reason: 'not-signed-in' })
  expect(onComplete).not.toHaveBeenCalled()
  expect(state.step === 'capture' && state.capture.newRecoveryCode.reveal()).toBe('')
})

describe('with fake timers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('says slow at 10 s and silent at 30 s, and still takes the answer', async () => {
    const { wire, flow, submit } = flowOn()
    const receipt = submit()
    const at = async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds)
      return flow.read()
    }
    expect(await at(9999)).toMatchObject({ step: 'verifying', slow: false })
    expect(await at(1)).toMatchObject({ step: 'verifying', slow: true })
    expect(await at(19_999)).toMatchObject({ step: 'verifying' })
    expect(await at(1)).toMatchObject({ step: 'unknown', open: true })
    expect(flow.idle()).toBe(false)
    wire.answer(success)
    expect(await receipt).toMatchObject({ outcome: 'verified', late: true })
    expect(shown(flow)).toBe(newCode)
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each([
    ['named by the server', { 'retry-after': '90' }, 90_000],
    ['not named: six minutes', {}, 360_000],
  ])('takes no code until the wait is over: %s', async (_what, headers, wait) => {
    const { wire, flow, submit } = flowOn()
    const receipt = submit()
    wire.answer({ error: 'too_many_attempts' }, { status: 429, headers: { ...headers } })
    await receipt
    expect(flow.read()).toMatchObject({ step: 'prompt', retryAt: Date.now() + wait })
    await vi.advanceTimersByTimeAsync(wait - 1)
    expect(submit()).toBeUndefined()
    expect(flow.idle()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(flow.idle()).toBe(true)
    expect(submit()).toBeDefined()
    expect(wire.posts).toHaveLength(2)
  })

  it('sets no timer if the server names no wait', async () => {
    const { wire, submit } = flowOn()
    const receipt = submit()
    wire.answer(refusal, { status: 403 })
    await receipt
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no timer after a discard', async () => {
    const { wire, flow, submit } = flowOn()
    const receipt = submit()
    wire.answer({}, { status: 429 })
    await receipt
    flow.discard()
    expect(vi.getTimerCount()).toBe(0)
    expect(flow.idle()).toBe(true)
  })
})

it('A5 any order of submits, answers and confirmations', async (test) => {
  const act = fc.constantFrom('submit', 'submit', 'try again', 'confirm')
  const answer = fc.constantFrom('success', 'no new code', 'refused', 'lost')
  const tries = runs(5000, 500)
  let posts = 0
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(act, { minLength: 2, maxLength: 12 }),
      fc.infiniteStream(answer),
      async (schedule, acts, answers) => {
        let open = 0
        let asked = 0
        let completed = 0
        let wrong = false
        const came: string[] = []
        const fetch = async () => {
          posts += 1
          open += 1
          asked -= 1
          // No `expect` here: the flow would take its error for a lost answer.
          wrong ||= open > 1 || asked < 0
          const [what = 'lost'] = answers.take(1)
          await schedule.schedule(Promise.resolve(), what)
          open -= 1
          if (what === 'lost') throw new TypeError('fetch failed')
          if (what === 'refused') return Response.json({ error: 'invalid_grant' }, { status: 403 })
          came.push(what)
          return Response.json(what === 'success' ? success : tokens)
        }
        const { flow, options } = flowOn(createWire(), {
          transport: { endpoint: 'https://shop.example/', fetch },
        })
        const onComplete = async () => {
          await schedule.schedule(Promise.resolve(), 'the host')
          completed += 1
        }
        const can: Record<string, () => unknown> = {
          submit: () => flow.submit(oldCode, options),
          'try again': () => flow.tryAgain(options),
          confirm: () => flow.complete(onComplete),
        }
        for (const name of acts)
          void schedule.schedule(Promise.resolve(), name).then(() => {
            asked += 1
            can[name]?.()
          })
        await schedule.waitIdle()
        // The answer's own promises.
        await new Promise((resolve) => void setImmediate(resolve))
        await schedule.waitIdle()

        expect(wrong).toBe(false)
        expect(completed).toBeLessThanOrEqual(came.length)
        expect(came.length).toBeLessThanOrEqual(1)
        const { step } = flow.read()
        if (came.length === 1) expect(step).toMatch(/capture|completing|complete/)
        if (came[0] === 'success' && step === 'capture') expect(shown(flow)).toBe(newCode)
        if (step === 'complete') expect(completed).toBe(1)
      },
    ),
    { numRuns: tries },
  )
  proves(test, ['N1', 'N2', 'N6'], `${tries} orders, ${posts} POSTs → 0 unasked, 0 two at once`)
})
