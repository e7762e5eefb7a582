import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { canaries } from '#test/canaries.ts'
import {
  headless,
  newMfaToken,
  open,
  reported,
  settle,
  signIn,
  submitCode,
} from '#test/faults/harness.tsx'
import { success, tokens } from '#test/faults/wire.ts'
import type { EveryMessage, InterruptedMessage } from '../message/challenge-message-binding.ts'
import type { ChallengeOptions } from './challenge-options.ts'
import { useRecoveryCodeChallenge } from './use-recovery-code-challenge.ts'

const { oldCode, newCode } = canaries

/** The hook of one sign-in, and what a person does with it. */
function challenge(others: Partial<ChallengeOptions> = {}) {
  const sign = signIn(others)
  const on = headless(sign.props, { reactStrictMode: true })
  const form = () => on.form() ?? expect.unreachable(`There is no form in ${on.now().step}.`)
  /** A message of any step, so that a test can look for any member. */
  const message = (): Pick<InterruptedMessage, 'onStartAgain' | 'onContinue'> & EveryMessage => {
    const now = on.now()
    return 'message' in now ? now.message : expect.unreachable(`No message in ${now.step}.`)
  }
  const capture = () => {
    const now = on.now()
    return now.step === 'capture' ? now : expect.unreachable(`Nothing to save in ${now.step}.`)
  }
  return {
    ...sign,
    ...on,
    form,
    message,
    confirmation: () => capture().confirmation,
    /** Submits, and lets the wire answer. */
    async answered(body: unknown, status = 200, code: string = oldCode) {
      let used: ReturnType<ReturnType<typeof form>['onSubmit']>
      act(() => void (used = form().onSubmit(code)))
      await sign.answer(body, { status })
      return used
    },
    /** Shows the code, ticks the box and confirms. */
    async confirm() {
      act(() => {
        capture().notice.onShown()
        capture().confirmation.onTick(true)
      })
      act(() => void capture().confirmation.onConfirm())
      await settle()
    },
  }
}

const ways = { onTryAnotherMethod() {}, onCodeMissing() {}, onSupport() {} }
const refusal = { error: 'invalid_grant' }

describe('what a step passes to its components', () => {
  it('the prompt', () => {
    const { form, props } = challenge({ ...ways, site: 'Shop' })
    expect(form()).toMatchObject({ ...ways, verifying: false, slow: false, maybeLocked: false })
    expect(form().error).toBeUndefined()
    expect(renderToString(<Prompt {...props} />)).toBe('prompt')
  })

  it('an open request', () => {
    const { form } = challenge({ ...ways, lockHintAfter: 0 })
    expect(form().maybeLocked).toBe(true)
    act(() => void form().onSubmit(oldCode))
    expect(form()).toMatchObject({ ...ways, verifying: true, slow: false, maybeLocked: false })
  })

  it('the capture, before, while and after a host that fails', async () => {
    let fail: (error: Error) => void = () => undefined
    const onComplete = () => new Promise<void>((_resolve, reject) => void (fail = reject))
    const { answered, confirm, confirmation } = challenge({ onComplete })
    await answered(success)
    expect(confirmation()).toMatchObject({ finishing: 'no' })
    await confirm()
    expect(confirmation()).toMatchObject({ finishing: 'running' })
    fail(new Error('no session'))
    await settle()
    expect(confirmation()).toMatchObject({ finishing: 'failed' })
    expect(reported.splice(0)).toEqual([new Error('no session')])
  })

  it('the end: a way forward, and no way back', async () => {
    const onContinue = () => undefined
    const host = { onContinue, onStartAgain: () => undefined, onSupport: ways.onSupport }
    const { answered, confirm, message } = challenge({ ...host, site: 'Shop' })
    await answered(success)
    await confirm()
    expect(message()).toMatchObject({ step: 'complete', rotated: true, site: 'Shop', onContinue })
    expect(message().onSupport).toBe(ways.onSupport)
    expect(message().onStartAgain).toBeUndefined()
  })

  it('a message that is not the end: no way forward', async () => {
    const { answered, message } = challenge({ ...ways, onContinue: () => undefined })
    await answered({ error: 'unauthorized_client' }, 403)
    expect(message()).toMatchObject({
      step: 'unavailable',
      error: { code: 'not-enabled' },
      onTryAnotherMethod: ways.onTryAnotherMethod,
    })
    expect(message().onContinue).toBeUndefined()
  })

  it.each<[reason: string, setting: object, answer: object | undefined, next?: object]>([
    ['interrupted', { interrupted: true }, undefined],
    ['expired', {}, { error: 'expired_token' }],
    ['another-factor', {}, { error: 'mfa_required', mfa_token: 'next' }, { mfaToken: 'next' }],
  ])('%s: leads to the start, if the host offers one', async (reason, setting, answer, next) => {
    const onStartAgain = vi.fn<() => void>()
    const { answered, message, rerender, props } = challenge({ ...setting, onStartAgain })
    if (answer !== undefined) await answered(answer, 403)
    const { onStartAgain: go } = message()
    go?.()
    const [[first, second] = []] = onStartAgain.mock.calls as unknown[][]
    expect(first).toBe(reason)
    if (next === undefined) expect(second).toBeUndefined()
    else expect(second).toMatchObject(next)
    rerender({ ...props, onStartAgain: undefined })
    expect(message().onStartAgain).toBeUndefined()
  })
})

describe('what the host is told', () => {
  it('everything that happened, in order, without secrets', async () => {
    const { answered, confirm, events } = challenge()
    await answered(refusal, 403)
    await answered(success)
    await confirm()
    const common = { late: false, unchanged: false }
    expect(events).toEqual([
      { type: 'submitted' },
      {
        type: 'answered',
        outcome: 'refused',
        rotated: false,
        code: 'code-rejected',
        status: 403,
        ...common,
      },
      { type: 'submitted' },
      { type: 'answered', outcome: 'verified', rotated: true, ...common },
      { type: 'confirmed' },
      { type: 'completed' },
    ])
  })

  it('nothing, if it does not listen', async () => {
    const { answered, confirm, now } = challenge({ onEvent: undefined })
    await answered(success)
    await confirm()
    expect(now().step).toBe('complete')
  })

  it.each<[what: string, body: object, status: number, used: boolean]>([
    ['refused', refusal, 403, false],
    ['verified', success, 200, true],
    ['used, and not signed in', { recovery_code: newCode, session: false }, 200, true],
  ])('the form, whether the code was used: %s', async (_what, body, status, used) => {
    expect(await challenge().answered(body, status)).toEqual({ used })
  })
})

describe('what the page keeps', () => {
  it('a remount never completes an unsaved code', async () => {
    const { answered, unmount, props, completions } = challenge()
    await answered(success)
    unmount()
    const back = headless(props, { reactStrictMode: true })
    await settle()
    expect(back.now().step).toBe('capture')
    expect(completions).toEqual([])
    act(() => back.now().discard())
    expect(back.now().step).toBe('prompt')
  })

  it('a remount does not call a failed host again', async () => {
    const onComplete = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('no session'))
    const { answered, unmount, props } = challenge({ onComplete })
    await answered(tokens)
    unmount()
    const back = headless(props, { reactStrictMode: true })
    await settle()
    expect(back.now()).toMatchObject({ step: 'completing', message: { finishing: 'failed' } })
    expect(onComplete).toHaveBeenCalledOnce()
    reported.splice(0)
    act(() => back.now().discard())
  })

  it('another mfa token waits while the host is finishing, and is used after that', async () => {
    let end: () => void = () => undefined
    const { answered, form, now, props, rerender, wire } = challenge({
      onComplete: () => new Promise<void>((resolve) => void (end = resolve)),
    })
    await answered(tokens)
    const other = newMfaToken()
    rerender({ ...props, mfaToken: other })
    expect(now().step).toBe('completing')
    end()
    await settle()
    expect(now().step).toBe('prompt')
    act(() => void form().onSubmit(oldCode))
    expect(wire.posts.map((body) => body.get('mfa_token'))).toEqual([props.mfaToken, other])
    wire.answer(refusal, { status: 403 })
    await settle()
  })
})

it('an attempt shows in the page’s current client', async () => {
  const sign = signIn()
  const [first, second] = [new QueryClient(), new QueryClient()]
  const on = (client: QueryClient) => (
    <QueryClientProvider client={client}>{sign.page()}</QueryClientProvider>
  )
  const page = open(on(first))
  page.rerender(on(second))
  await submitCode(page)
  expect(second.isMutating({ mutationKey: ['recovery-code'] })).toBe(1)
  expect(first.getMutationCache().getAll()).toEqual([])
  await sign.answer(refusal, { status: 403 })
})

/** Only the step, as a server renders it. */
function Prompt(props: ChallengeOptions) {
  return useRecoveryCodeChallenge(props).step
}
