import { act, fireEvent } from '@testing-library/react'
import type { RecoveryCodeChallengeProps } from 'react-recovery-login'
import { expect, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import type { Line } from './body.ts'
import { confirm, settle, signIn, type open, type Person, type SignIn } from './harness.tsx'
import { success } from './wire.ts'

/** A badly made handle: the same for everybody. */
export const CONSTANT_HANDLE = 'one-handle-for-all-sign-ins'

/** A person at the page, with everything that is theirs: none of it may reach anyone else. */
export interface Somebody extends SignIn {
  readonly account: string
  readonly newCode: string
  /** The files they saved. */
  readonly files: readonly string[]
  /** Answers their oldest open request with their own code and tokens. */
  succeed(): Promise<void>
  /** Answers with their new code and nothing after it, until `recover` sends the tokens. */
  stall(): void
  recover(): Promise<void>
  /** Ticks, continues, and gets their own tokens, once. */
  finish(on: Person): Promise<void>
}

let people = 0

export function somebody(props: Partial<RecoveryCodeChallengeProps> = {}): Somebody {
  people += 1
  const account = `person-${people}@example.com`
  const newCode = `N${String(people).padStart(7, '2')}${'ABCDEFGHJKMNPQRS'}`
  const files: string[] = []
  const sign = signIn({
    account,
    platform: {
      async download({ text }) {
        files.push(text)
        return 'done'
      },
    },
    ...props,
  })
  let line: Line | undefined
  const tokens = { access_token: `access-of-${account}`, token_type: 'Bearer' }
  return {
    ...sign,
    account,
    newCode,
    files,
    async succeed() {
      await sign.answer({ ...tokens, recovery_code: newCode })
    },
    stall() {
      line = sign.wire.begin(`{"recovery_code":"${newCode}",`)
    },
    async recover() {
      line?.send(JSON.stringify(tokens).slice(1))
      await settle()
    },
    async finish(on) {
      await confirm(on)
      expect(sign.completions, account).toEqual([{ tokens, rotated: true }])
    },
  }
}

/** Expects a prompt as if nobody had used it before. */
export function expectUntouched(on: Person): void {
  expect(on.heading()).toBe('Enter your recovery code')
  expect(on.field()).toHaveValue('')
  expect(on.field()).not.toHaveAttribute('readonly')
  expect(on.find('alert')).toBeNull()
  expect(on.find('retry')).toBeNull()
  expect(on.get('submit')).not.toHaveAttribute('aria-disabled')
  expect(on.find('counter')).toHaveTextContent('')
}

/** Presses Download and lets the platform answer. */
export async function download({ container }: ReturnType<typeof open>): Promise<void> {
  fireEvent.click(container.querySelector('[data-rrl-action="download"]')!)
  await settle()
}

/** What a person can leave behind, and how to get there. */
export const leftBehind: Readonly<Record<string, (on: Person, one: Somebody) => Promise<void>>> = {
  async 'a code typed and not sent'(on) {
    on.type(canaries.oldCode)
  },
  async 'a code held back'(on) {
    on.type('TOO SHORT')
    on.press('submit')
    await settle()
  },
  'a refused code': (on, one) => answered(on, one, { error: 'invalid_grant' }, 403),
  'a wait': (on, one) => answered(on, one, { error: 'too_many_attempts' }, 429),
  'an open request': (on) => submit(on),
  async 'a lost answer'(on, one) {
    await submit(on)
    one.wire.cut()
    await settle()
  },
  'an unsaved code': (on, one) => answered(on, one, { ...success, recovery_code: one.newCode }),
  async 'a code half saved'(on, one) {
    await answered(on, one, { ...success, recovery_code: one.newCode })
    on.tick()
  },
  'a code without a sign-in': (on, one) =>
    answered(on, one, { recovery_code: one.newCode, session: false }),
  async 'a code whose tokens haven’t arrived'(on, one) {
    vi.useFakeTimers()
    await submit(on)
    one.stall()
    await settle()
    act(() => vi.advanceTimersByTime(3000))
    await settle()
    expect(on.code()).toBe(one.newCode)
  },
  'an expired sign-in': (on, one) => answered(on, one, { error: 'expired_token' }, 401),
  'a grant that is not set up': (on, one) =>
    answered(on, one, { error: 'unauthorized_client' }, 403),
  async 'a finished sign-in'(on, one) {
    await submit(on)
    await one.succeed()
    await one.finish(on)
  },
}

export async function submit(on: Person): Promise<void> {
  on.type(canaries.oldCode)
  on.press('submit')
  await settle(1)
}

async function answered(on: Person, one: Somebody, body: object, status = 200) {
  await submit(on)
  await one.answer(body, { status })
}
