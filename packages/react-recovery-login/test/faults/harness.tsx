import * as React from 'react'
import type { ReactElement, ReactNode } from 'react'
import { act, cleanup, fireEvent, render, type RenderResult } from '@testing-library/react'
import {
  RecoveryCodeChallenge,
  useRecoveryCodeChallenge,
  type Challenge,
  type ChallengeOptions,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { runs } from './runs.ts'
import { createWire, strange, tokens, type Wire } from './wire.ts'

vi.setConfig({ testTimeout: runs(1_800_000, 60_000) })

/** Saved before a test fakes the clock. */
const nextTurn = setImmediate

let signIns = 0
/** A token per sign-in, so that two never share a flow; each starts with the canary. */
export function newMfaToken(): string {
  return `${canaries.mfaToken}*${(signIns += 1)}`
}

/** Console calls: never any by the kit. A test that expects React's own removes them. */
export const said: unknown[][] = []
/** Errors of host code, as `window.onerror` would get them; a test that expects some removes them. */
export const reported: unknown[] = []
beforeEach(() => {
  vi.spyOn(globalThis, 'reportError').mockImplementation((error) => void reported.push(error))
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => void said.push(parts))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  expect(strange.splice(0), 'requests that are not the one POST').toEqual([])
  expect(said.splice(0), 'console calls').toEqual([])
  expect(reported.splice(0), 'reported errors').toEqual([])
})

/** Lets everything due happen: streams, promises, effects. Timers don't advance. */
export async function settle(turns = 3): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1)
    await act(() => new Promise<void>((resolve) => void nextTurn(resolve)))
}

/** One sign-in: its wire, and what the host got. */
export interface SignIn {
  readonly wire: Wire
  readonly props: RecoveryCodeChallengeProps
  /** The arguments of `onComplete`. */
  readonly completions: unknown[]
  readonly events: unknown[]
  /** Answers the oldest open request, and lets the page take it. */
  answer(...response: Parameters<Wire['answer']>): Promise<void>
  /** The drop-in, with any other props given. */
  page(props?: Partial<RecoveryCodeChallengeProps>): ReactElement
}

export function signIn(props: Partial<RecoveryCodeChallengeProps> = {}): SignIn {
  const wire = createWire()
  const completions: unknown[] = []
  const events: unknown[] = []
  const whole: RecoveryCodeChallengeProps = {
    mfaToken: newMfaToken(),
    transport: { endpoint: '/login/recovery-code', fetch: wire.fetch },
    onComplete: (completion) => void completions.push(completion),
    onEvent: (event) => void events.push(event),
    ...props,
  }
  return {
    wire,
    props: whole,
    completions,
    events,
    answer(...response) {
      wire.answer(...response)
      return settle()
    },
    page: (others) => <RecoveryCodeChallenge {...whole} {...others} />,
  }
}

/** What a person sees and does, in one root: found by part names, because a query by role takes milliseconds. */
export function person({ container }: Pick<RenderResult, 'container'>) {
  const find = (part: string) => container.querySelector<HTMLElement>(`[data-rrl-part="${part}"]`)
  const get = <Tag extends HTMLElement = HTMLElement>(part: string) => {
    const found = find(part)
    if (found === null) throw new Error(`There is no ${part} in: ${container.textContent}`)
    return found as Tag
  }
  return {
    find,
    get,
    heading: () => find('heading')?.textContent,
    field: () => get<HTMLInputElement>('input'),
    /** The code as shown: undefined while there is none on screen. */
    code: () => find('code')?.textContent,
    type: (text: string) => fireEvent.input(get('input'), { target: { value: text } }),
    press: (part: string) => fireEvent.click(get(part)),
    tick: () => fireEvent.click(get('checkbox')),
  }
}

export type Person = ReturnType<typeof person>

/** Renders a page, and returns its person. */
export function open(page: ReactNode, options: Parameters<typeof render>[1] = {}) {
  const rendered = render(page, options)
  return {
    ...rendered,
    ...person(rendered),
    unmount() {
      rendered.unmount()
      // Ten thousand empty elements would slow down every query of the document.
      rendered.container.remove()
    },
  }
}

/** React 18 has no Activity: there the page is unmounted and mounted again, which is no less demanding. */
const { Activity }: { readonly Activity?: typeof React.Activity } = React

/** A page that a router or a tab keeps while hidden. */
export function Hiding({ hidden, children }: { hidden: boolean; children: ReactNode }) {
  if (Activity === undefined) return hidden ? null : children
  return <Activity mode={hidden ? 'hidden' : 'visible'}>{children}</Activity>
}

/** Everything up to an open request. */
export async function submitCode(on: Person, text: string = canaries.oldCode): Promise<void> {
  on.type(text)
  on.press('submit')
  await settle(1)
}

/** Ticks the box, continues, and lets the host finish. */
export async function confirm(on: Person): Promise<void> {
  on.tick()
  on.press('continue')
  await settle()
}

/** The hook without markup, for what a custom page may do with it. */
export function headless(
  options: ChallengeOptions,
  rendering: Parameters<typeof render>[1] = {},
  useAlso: (challenge: Challenge) => void = () => undefined,
) {
  let latest: Challenge | undefined
  function Page({ options }: { options: ChallengeOptions }) {
    latest = useRecoveryCodeChallenge(options)
    useAlso(latest)
    return null
  }
  const { unmount, rerender } = render(<Page options={options} />, rendering)
  const now = () => {
    if (latest === undefined) throw new Error('Nothing was rendered.')
    return latest
  }
  return {
    now,
    /** The form's binding, if the step has one. */
    form() {
      const challenge = now()
      return 'form' in challenge ? challenge.form : undefined
    },
    rerender: (options: ChallengeOptions) => rerender(<Page options={options} />),
    unmount,
  }
}

/** Confirms the save, and expects the tokens to arrive once and the code to leave the page. */
export async function expectFinished(on: Person, { wire, completions }: SignIn): Promise<void> {
  await confirm(on)
  expect(completions).toEqual([{ tokens, rotated: true }])
  expect(on.code()).toBeUndefined()
  expect(wire.posts).toHaveLength(1)
}
