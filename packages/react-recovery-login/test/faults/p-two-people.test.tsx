import { act } from '@testing-library/react'
import { discardAll } from 'react-recovery-login'
import { afterEach, describe, expect, it, test } from 'vitest'
import { flowCount } from '../../src/challenge/flow-registry.ts'
import { confirm, newMfaToken, open, reported, settle } from './harness.tsx'
import {
  CONSTANT_HANDLE,
  download,
  expectUntouched,
  leftBehind,
  somebody,
  submit,
} from './people.tsx'
import { proves, runs } from './runs.ts'

afterEach(() => {
  act(discardAll)
  expect(flowCount()).toBe(0)
})

/** Whether the browser asks before leaving. */
function asks(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

const handles: readonly (readonly [name: string, handle: () => string])[] = [
  ['one handle for all', () => CONSTANT_HANDLE],
  ['one token each', newMfaToken],
]

describe.each(handles)('%s', (_name, handle) => {
  const two = () => [somebody({ mfaToken: handle() }), somebody({ mfaToken: handle() })] as const

  test.each(Object.keys(leftBehind))('P1 the next person at the page, after %s', async (what) => {
    const [anna, ben] = two()
    const first = open(anna.page(), { reactStrictMode: true })
    await leftBehind[what]?.(first, anna)
    first.unmount()
    const next = open(ben.page(), { reactStrictMode: true })
    expectUntouched(next)
    expect(asks(), 'the browser asks').toBe(false)
    await submit(next)
    await ben.succeed()
    expect(next.code()).toBe(ben.newCode)
    await ben.finish(next)
  })

  test.each(Object.keys(leftBehind))(
    'P2 one page that gets another person’s props, after %s',
    async (what) => {
      const [anna, ben] = two()
      const on = open(anna.page(), { reactStrictMode: true })
      await leftBehind[what]?.(on, anna)
      const [completed, events] = [[...anna.completions], [...anna.events]]
      on.rerender(ben.page())
      await settle()
      expectUntouched(on)
      expect(asks(), 'the browser asks').toBe(false)
      await submit(on)
      await ben.succeed()
      expect(on.code()).toBe(ben.newCode)
      await download(on)
      expect(ben.files.join()).toContain(ben.account)
      await ben.finish(on)
      expect(anna.completions).toEqual(completed)
      expect(anna.events).toEqual(events)
      expect(anna.files).toEqual([])
    },
  )

  it('P3 an unsaved code waits for its own person, in their name', async (test) => {
    for (const reactStrictMode of [true, false]) {
      const [anna, ben] = two()
      const on = open(anna.page(), { reactStrictMode })
      await submit(on)
      await anna.succeed()
      on.rerender(ben.page())
      await submit(on)
      await ben.succeed()
      expect(on.code()).toBe(ben.newCode)
      on.rerender(anna.page())
      await settle()
      expect(on.code()).toBe(anna.newCode)
      expect(asks(), 'the browser asks').toBe(true)
      await download(on)
      expect(anna.files.join()).toContain(anna.account)
      expect(anna.files.join()).not.toContain(ben.account)
      await anna.finish(on)
      on.rerender(ben.page())
      await settle()
      expect(on.code()).toBe(ben.newCode)
      await ben.finish(on)
      on.unmount()
    }
    proves(
      test,
      ['N2', 'N4', 'N6'],
      '2 pairs, strict and not → 0 codes, names, tokens or callbacks crossed, fixed: once each',
    )
  })

  it('P4 a shared page: 200 people leave unsaved, and the next is asked nothing', async (test) => {
    const tries = runs(200, 15)
    const people = Array.from({ length: tries }, () => somebody({ mfaToken: handle() }))
    for (const one of people) {
      const on = open(one.page())
      await submit(on)
      await one.succeed()
      expect(asks(), 'the browser asks').toBe(true)
      on.unmount()
    }
    const next = somebody({ mfaToken: handle() })
    const on = open(next.page())
    expect(asks(), 'the browser asks the next person').toBe(false)
    on.unmount()
    for (const one of people) {
      const back = open(one.page())
      expect(back.code()).toBe(one.newCode)
      await one.finish(back)
      back.unmount()
    }
    expect(flowCount()).toBe(0)
    proves(
      test,
      ['N2', 'N4', 'N7'],
      `${tries} people → 0 leave guards inherited, ${tries} codes kept`,
    )
  })
})

it('P3 what one person retyped of their code is not in the next person’s field', async () => {
  const [anna, ben] = [somebody({ confirmBy: 'retype' }), somebody({ confirmBy: 'retype' })]
  const on = open(anna.page())
  for (const one of [ben, anna]) {
    on.rerender(one.page())
    await submit(on)
    await one.succeed()
  }
  on.type(anna.newCode.slice(0, 20))
  on.rerender(ben.page())
  await settle()
  expect(on.code()).toBe(ben.newCode)
  expect(on.field()).toHaveValue('')
  on.press('continue')
  await settle()
  expect(ben.completions).toEqual([])
  on.type(ben.newCode)
  on.press('continue')
  await settle()
  expect(ben.completions).toHaveLength(1)
})

it('P3 late tokens go to the person whose code they follow', async () => {
  const [anna, ben] = [
    somebody({ mfaToken: CONSTANT_HANDLE }),
    somebody({ mfaToken: CONSTANT_HANDLE }),
  ]
  const on = open(anna.page())
  await leftBehind['a code whose tokens haven’t arrived']?.(on, anna)
  on.rerender(ben.page())
  await anna.recover()
  expectUntouched(on)
  on.rerender(anna.page())
  await settle()
  expect(on.heading()).toBe('Save your new recovery code')
  await anna.finish(on)
  expect(ben.events).toEqual([])
  expect(ben.completions).toEqual([])
})

it('P5 the props of the submitted sign-in apply until it ends', async () => {
  const [anna, ben] = [somebody({ account: undefined }), somebody({ account: undefined })]
  const on = open(anna.page({ site: 'Anna’s shop', labels: { 'file.name': 'anna.txt' } }))
  await submit(on)
  // Nothing says that this is another person, so the screen with the only code stays.
  on.rerender(ben.page({ site: 'Ben’s shop', labels: { 'file.name': 'ben.txt' } }))
  await anna.succeed()
  expect(on.code()).toBe(anna.newCode)
  expect(on.container).toHaveTextContent('Anna’s shop')
  await download(on)
  expect(anna.files.join()).toContain('Anna’s shop')
  await anna.finish(on)
  await settle()
  expectUntouched(on)
  expect(ben.files).toEqual([])
  expect(ben.events).toEqual([])
  expect(ben.completions).toEqual([])
})

it('P6 an account that becomes known late is the same sign-in; a different account is not', async () => {
  const anna = somebody()
  const on = open(anna.page({ account: undefined }), { reactStrictMode: true })
  on.type('K6LG')
  on.rerender(anna.page())
  expect(on.field(), 'the typed text').toHaveValue('K6LG')
  await submit(on)
  on.rerender(anna.page({ account: undefined }))
  await anna.succeed()
  expect(on.code()).toBe(anna.newCode)
  on.rerender(anna.page({ account: 'ben@example.com' }))
  await settle()
  expectUntouched(on)
  on.rerender(anna.page())
  await settle()
  expect(on.code()).toBe(anna.newCode)
  on.unmount()

  // A page without a known account shows no code, and the person's own once it is known.
  const back = open(anna.page({ account: undefined }), { reactStrictMode: true })
  expectUntouched(back)
  back.rerender(anna.page())
  await settle()
  expect(back.code()).toBe(anna.newCode)
  await anna.finish(back)
})

it('P6 finds a sign-in submitted before its account was known by its account', async () => {
  const anna = somebody()
  const on = open(anna.page({ account: undefined }))
  await submit(on)
  on.unmount()
  await anna.succeed()
  const back = open(anna.page())
  expect(back.code()).toBe(anna.newCode)
  const other = open(anna.page({ account: 'ben@example.com' }))
  expectUntouched(other)
  await anna.finish(back)
})

it('P7 sign-ins differ by the resolved URL they are sent to', async () => {
  const anna = somebody()
  const { fetch } = anna.wire
  const on = open(anna.page())
  await submit(on)
  on.rerender(
    anna.page({ transport: { endpoint: new URL('/login/recovery-code', location.href), fetch } }),
  )
  await anna.succeed()
  expect(on.code()).toBe(anna.newCode)
  const elsewhere = open(anna.page({ transport: { endpoint: '/login/elsewhere', fetch } }))
  expectUntouched(elsewhere)
  elsewhere.unmount()
  await anna.finish(on)
})

describe('P8 two pages of one sign-in', () => {
  const both = async (options: { onComplete?: () => Promise<void> } = {}) => {
    const [submitted, other] = [somebody(options), somebody()]
    const { mfaToken, account, transport } = submitted.props
    const on = open(submitted.page())
    const second = open(other.page({ mfaToken, account, transport }))
    await submit(on)
    return { submitted, other, on, second }
  }

  it('the submitted one completes, once, wherever it is confirmed', async () => {
    const { submitted, other, second } = await both()
    await submitted.succeed()
    expect(second.code()).toBe(submitted.newCode)
    await submitted.finish(second)
    expect(other.completions).toEqual([])
  })

  it('the same without a new code', async () => {
    const { submitted, other } = await both()
    await submitted.answer({ access_token: 'a' })
    expect(submitted.completions).toHaveLength(1)
    expect(other.completions).toEqual([])
  })

  it('if it is gone, the newest does', async () => {
    const { submitted, other, on, second } = await both()
    const newest = somebody()
    const { mfaToken, account, transport } = submitted.props
    const last = open(newest.page({ mfaToken, account, transport }))
    on.unmount()
    await submitted.succeed()
    await confirm(second)
    expect(newest.completions).toHaveLength(1)
    expect([...submitted.completions, ...other.completions]).toEqual([])
    last.unmount()
  })

  it('a failing host is called again, and no other', async () => {
    const mistake = new Error('no session')
    const { submitted, other, second } = await both({ onComplete: () => Promise.reject(mistake) })
    await submitted.succeed()
    await confirm(second)
    second.press('continue')
    await settle()
    expect(reported.splice(0)).toEqual([mistake, mistake])
    expect(other.completions).toEqual([])
  })
})

it('P9 discardAll empties every flow, and the browser no longer asks', async () => {
  const people = [somebody(), somebody()]
  const pages = people.map((one) => open(one.page()))
  for (const [at, one] of people.entries()) {
    await submit(pages[at]!)
    await one.succeed()
  }
  pages[0]?.unmount()
  act(discardAll)
  expect(flowCount()).toBe(0)
  expectUntouched(pages[1]!)
  expect(asks()).toBe(false)
  expectUntouched(open(people[0]!.page()))
})
