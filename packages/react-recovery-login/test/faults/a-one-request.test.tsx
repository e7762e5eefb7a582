import { useEffect } from 'react'
import { act, fireEvent } from '@testing-library/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import {
  confirm,
  headless,
  Hiding,
  open,
  person,
  settle,
  signIn,
  submitCode,
  type Person,
} from './harness.tsx'
import { proves } from './runs.ts'
import { success } from './wire.ts'

const { oldCode, newCode } = canaries
const strict = { reactStrictMode: true }

const causes: Record<string, (on: Person) => unknown> = {
  click: (on) => on.press('submit'),
  // jsdom has no implicit submission, so do what HTML defines.
  Enter: (on) => fireEvent.keyDown(on.field(), { key: 'Enter' }) && on.press('submit'),
  requestSubmit: (on) => act(() => on.get<HTMLFormElement>('form').requestSubmit()),
  'submit event': (on) => fireEvent.submit(on.get('form')),
}
const pairs = Object.entries(causes).flatMap(([first, one]) =>
  Object.entries(causes).map(([second, two]) => ({
    name: `${first} + ${second}`,
    both: [one, two],
  })),
)

it('A1 two submits in one tick', async (test) => {
  let posts = 0
  for (const { name, both } of pairs) {
    const { wire, answer, page } = signIn()
    const on = open(page(), strict)
    on.type(oldCode)
    for (const cause of both) cause(on)
    await settle(1)
    expect(wire.posts, name).toHaveLength(1)
    await answer(success)
    expect(on.code(), name).toBe(newCode)
    posts += wire.posts.length
    on.unmount()
  }
  proves(test, 'N1', `${pairs.length} kinds of double submit → ${posts} POSTs, fixed: once each`)
})

it('A1 a submit from within another: from its fetch, from its event', async (test) => {
  const { wire, props } = signIn()
  let again: () => unknown = () => undefined
  const on = headless({
    ...props,
    transport: {
      endpoint: '/login/recovery-code',
      fetch(...request) {
        again()
        return wire.fetch(...request)
      },
    },
    onEvent: () => again(),
  })
  let within = 0
  again = () => (within += 1) <= 10 && on.form()?.onSubmit(oldCode)
  await act(async () => void on.form()?.onSubmit(oldCode))
  expect(wire.posts).toHaveLength(1)
  proves(test, 'N1', `1 submit with ${within} within it → 1 POST`)
})

it('A2 50 submits while the request is open', async (test) => {
  const { wire, page } = signIn()
  const on = open(page(), strict)
  await submitCode(on)
  for (let submit = 0; submit < 50; submit += 1) fireEvent.submit(on.get('form'))
  await settle(1)
  expect(wire.posts).toHaveLength(1)
  proves(test, 'N1', '50 submits → 1 POST, fixed: once')
})

it('A3 Enter, a click and requestSubmit', async (test) => {
  const { wire, page } = signIn()
  const on = open(page(), strict)
  on.type(oldCode)
  for (const cause of ['Enter', 'click', 'requestSubmit']) causes[cause]?.(on)
  await settle(1)
  expect(wire.posts).toHaveLength(1)
  proves(test, 'N1', '3 submits → 1 POST (jsdom), fixed: once')
})

it('A4 two mounted forms on one flow', async (test) => {
  const { wire, answer, page } = signIn()
  const all = open(
    <>
      <div>{page()}</div>
      <div>{page()}</div>
    </>,
    strict,
  )
  const both = Array.from(all.container.children, (container) =>
    person({ container: container as HTMLElement }),
  )
  for (const on of both) on.type(oldCode)
  for (const on of both) on.press('submit')
  await settle(1)
  expect(wire.posts).toHaveLength(1)
  await answer(success)
  expect(both.map((on) => on.code())).toEqual([newCode, newCode])
  all.unmount()
  proves(test, ['N1', 'N2'], '2 forms → 1 POST, each form shows the code, fixed: once')
})

it('A6 a submit after the new code came', async (test) => {
  const { wire, answer, props } = signIn()
  const on = headless(props)
  // A custom page may hold on to a binding of an earlier step.
  const stale = on.form()
  await act(async () => void stale?.onSubmit(oldCode))
  await answer(success)
  expect(on.now().step).toBe('capture')
  expect(stale?.onSubmit(oldCode)).toBeUndefined()
  expect(wire.posts).toHaveLength(1)
  proves(test, 'N1', '1 late submit → 0 POSTs, fixed: once')
})

it('A7 Try again pressed twice after a lost answer', async (test) => {
  const { wire, page } = signIn()
  const on = open(page(), strict)
  await submitCode(on)
  wire.cut()
  await settle()
  expect(wire.posts, 'no resend by itself').toHaveLength(1)
  const again = on.get('retry')
  act(() => {
    again.click()
    again.click()
  })
  await settle(1)
  expect(wire.posts).toHaveLength(2)
  expect(wire.posts[1]?.get('recovery_code')).toBe(oldCode)
  proves(test, ['N1', 'N3'], '1 double press → 1 POST, none before, fixed: once')
})

it('A8 StrictMode mounts twice, Activity hides and shows', async (test) => {
  let posts = 0
  const { wire, page } = signIn()
  const on = open(<Hiding hidden>{page()}</Hiding>, strict)
  for (const hidden of [false, true, false]) {
    on.rerender(<Hiding hidden={hidden}>{page()}</Hiding>)
    if (on.find('input')) on.type(oldCode)
    await settle(1)
  }
  posts += wire.posts.length
  expect(posts).toBe(0)
  proves(test, 'N1', '1 page with a typed code, hidden and shown → 0 POSTs, fixed: once')
})

it('A9 a submit from an effect in StrictMode', async (test) => {
  const { wire, props } = signIn()
  headless(props, strict, function useSubmit(challenge) {
    useEffect(() => {
      if ('form' in challenge) void challenge.form.onSubmit(oldCode)
    })
  })
  await settle(1)
  expect(wire.posts).toHaveLength(1)
  proves(test, 'N1', '1 effect that runs twice and after each render → 1 POST, fixed: once')
})

it('A10 100 renders with other props while the request is open', async (test) => {
  const { wire, answer, page, completions } = signIn()
  const latest = vi.fn<() => void>()
  const on = open(page(), strict)
  await submitCode(on)
  for (let render = 0; render < 100; render += 1) {
    const onComplete = render === 99 ? latest : () => completions.push('an earlier one')
    on.rerender(page({ onComplete: () => void onComplete(), site: `Example ${render}` }))
  }
  expect(wire.posts).toHaveLength(1)
  await answer(success)
  await confirm(on)
  expect(latest).toHaveBeenCalledOnce()
  expect(completions).toEqual([])
  proves(test, ['N1', 'N6'], '100 renders → 1 POST, the latest onComplete, fixed: once')
})

it('A10 another client, another provider and none, while the request is open', async (test) => {
  const { wire, answer, page } = signIn()
  const under = (client: QueryClient) => (
    <QueryClientProvider client={client}>{page()}</QueryClientProvider>
  )
  const on = open(under(new QueryClient()), strict)
  await submitCode(on)
  on.rerender(under(new QueryClient()))
  on.rerender(page())
  on.rerender(under(new QueryClient()))
  await settle(1)
  expect(wire.posts).toHaveLength(1)
  await answer(success)
  expect(on.code()).toBe(newCode)
  proves(test, ['N1', 'N2'], '3 changes → 1 POST, the code is shown')
})
