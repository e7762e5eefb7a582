import type { ReactNode } from 'react'
import { act } from '@testing-library/react'
import { expect, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { confirm, open, reported, settle, signIn, submitCode, type SignIn } from './harness.tsx'
import { success, tokens } from './wire.ts'

export interface Arrival {
  readonly sign: SignIn
  readonly on: ReturnType<typeof open>
}

const fail = () => Promise.reject(new Error('no session'))
const refuse = (error: string, status = 403) => answering({ error }, { status })

function answering(body: unknown, init?: ResponseInit) {
  return async ({ sign, on }: Arrival) => {
    await submitCode(on)
    await sign.answer(body, init)
  }
}

async function confirming({ on }: Arrival) {
  await confirm(on)
}

/** The way to each screen: what happens, and the heading at the end. */
export const journeys: Record<
  string,
  {
    readonly heading: string
    readonly props?: Parameters<typeof signIn>[0]
    readonly go: (arrival: Arrival) => Promise<unknown>
  }
> = {
  prompt: { heading: 'Enter your recovery code', go: async ({ on }) => on.type(canaries.oldCode) },
  'held back': {
    heading: 'Enter your recovery code',
    go: ({ on }) => submitCode(on, canaries.oldCode.slice(1)),
  },
  verifying: { heading: 'Enter your recovery code', go: ({ on }) => submitCode(on) },
  slow: {
    heading: 'Enter your recovery code',
    go: async ({ on }) => {
      await submitCode(on)
      act(() => void vi.advanceTimersByTime(11_000))
    },
  },
  'unknown, open': {
    heading: 'We did not get an answer',
    go: async ({ on }) => {
      await submitCode(on)
      act(() => void vi.advanceTimersByTime(31_000))
    },
  },
  'unknown, closed': {
    heading: 'We did not get an answer',
    go: async ({ sign, on }) => {
      await submitCode(on)
      sign.wire.cut()
      await settle()
    },
  },
  refused: { heading: 'Enter your recovery code', go: refuse('invalid_grant') },
  limited: { heading: 'Enter your recovery code', go: refuse('too_many_attempts', 429) },
  capture: { heading: 'Save your new recovery code', go: answering(success) },
  'capture, failed': {
    heading: 'Save your new recovery code',
    props: { onComplete: fail },
    async go(arrival) {
      await answering(success)(arrival)
      await confirming(arrival)
      expect(reported.splice(0)).toHaveLength(1)
    },
  },
  'capture, cut off': {
    heading: 'Save this code, then start again',
    go: answering(`{"recovery_code":"${canaries.newCode}","access`),
  },
  completing: {
    heading: 'Signing you in',
    props: { onComplete: () => new Promise<void>(() => undefined) },
    go: answering(tokens),
  },
  'completing, failed': {
    heading: 'The last step did not work',
    props: { onComplete: fail },
    async go(arrival) {
      await answering(tokens)(arrival)
      expect(reported.splice(0)).toHaveLength(1)
    },
  },
  complete: {
    heading: 'You are signed in',
    async go(arrival) {
      await answering(success)(arrival)
      await confirming(arrival)
    },
  },
  expired: { heading: 'This sign-in took too long', go: refuse('expired_token', 401) },
  'another factor': {
    heading: 'One more step',
    go: answering({ error: 'mfa_required', mfa_token: canaries.mfaToken }, { status: 403 }),
  },
  denied: { heading: 'You could not be signed in', go: refuse('access_denied') },
  'not signed in': {
    heading: 'Start the sign-in again',
    async go(arrival) {
      await answering({ recovery_code: canaries.newCode, session: false })(arrival)
      await confirming(arrival)
    },
  },
  unavailable: {
    heading: 'We can’t check your code right now',
    go: refuse('unauthorized_client'),
  },
  interrupted: {
    heading: 'The page closed before you saved the code',
    props: { interrupted: true },
    go: () => settle(1),
  },
}

/** Goes to a screen. Needs fake timers. */
export async function travel(
  name: string,
  wrap: (page: ReactNode) => ReactNode = (page) => page,
  begin: (sign: SignIn) => void = () => undefined,
  props: Parameters<typeof signIn>[0] = {},
): Promise<Arrival> {
  const journey = journeys[name]
  if (journey === undefined) throw new Error(`There is no way to ${name}.`)
  const sign = signIn({ ...journey.props, ...props })
  begin(sign)
  const on = open(wrap(sign.page()), { reactStrictMode: true })
  await journey.go({ sign, on })
  expect(on.heading()).toBe(journey.heading)
  return { sign, on }
}
