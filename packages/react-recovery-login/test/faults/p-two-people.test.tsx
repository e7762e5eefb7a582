import { act, fireEvent } from '@testing-library/react'
import fc from 'fast-check'
import { discardAll } from 'react-recovery-login'
import { afterEach, describe, expect, it, test } from 'vitest'
import { flowCount } from '../../src/challenge/flow-registry.ts'
import { newMfaToken, open, reported, settle } from './harness.tsx'
import {
  CONSTANT_HANDLE,
  expectUntouched,
  leftBehind,
  somebody,
  submit,
  type Somebody,
} from './people.tsx'
import { proves, runs } from './runs.ts'

afterEach(() => {
  act(discardAll)
  expect(flowCount()).toBe(0)
})

/** Whether the browser asks before the page goes. */
function asks(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

async function download({ container }: ReturnType<typeof open>): Promise<void> {
  fireEvent.click(container.querySelector('[data-rrl-action="download"]')!)
  await settle()
}

const handles: readonly (readonly [name: string, handle: () => string])[] = [
  ['one handle for all', () => CONSTANT_HANDLE],
  ['a token each', newMfaToken],
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
    'P2 one page that is handed another person’s props, after %s',
    async (what) => {
      const [anna, ben] = two()
      const on = open(anna.page(), { reactStrictMode: true })
      await leftBehind[what]?.(on, anna)
      const [completed, told] = [[...anna.completions], [...anna.events]]
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
      expect(anna.events).toEqual(told)
      expect(anna.files).toEqual([])
    },
  )

  it('P3 an unsaved code waits for its own person, in their name', async (test) => {
    const tries = runs(200, 20)
    for (let run = 0; run < tries; run += 1) {
      const [anna, ben] = two()
      const on = open(anna.page(), { reactStrictMode: run % 2 === 0 })
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
    proves(test, ['N2', 'N4', 'N6'], `${tries} pairs → 0 codes, names, tokens or callbacks crossed`)
  })

  it('P4 a page for everybody: 200 people leave unsaved, and the next is asked nothing', async (test) => {
    const tries = runs(200, 40)
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

it('P3 what one person gave back of their code is not in the field of the next', async () => {
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

it('P3 tokens that come late are for the person whose code came before them', async () => {
  const [anna, ben] = [
    somebody({ mfaToken: CONSTANT_HANDLE }),
    somebody({ mfaToken: CONSTANT_HANDLE }),
  ]
  const on = open(anna.page())
  await leftBehind['a code whose tokens are still to come']?.(on, anna)
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

it('P5 the props of the sign-in that was submitted hold until it has ended', async () => {
  const [anna, ben] = [somebody({ account: undefined }), somebody({ account: undefined })]
  const on = open(anna.page({ site: 'Anna’s shop', labels: { 'file.name': 'anna.txt' } }))
  await submit(on)
  // Nothing says that this is somebody else, so the screen with the only code stays.
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

it('P6 an account that becomes known late is the same sign-in; one that becomes another is not', async () => {
  const anna = somebody()
  const on = open(anna.page({ account: undefined }), { reactStrictMode: true })
  on.type('K6LG')
  on.rerender(anna.page())
  expect(on.field(), 'what was typed').toHaveValue('K6LG')
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

  // A page that does not know yet whose it is shows nobody's code, and the person's own once it does.
  const back = open(anna.page({ account: undefined }), { reactStrictMode: true })
  expectUntouched(back)
  back.rerender(anna.page())
  await settle()
  expect(back.code()).toBe(anna.newCode)
  await anna.finish(back)
})

it('P6 a sign-in that was submitted before its account was known is found by its account', async () => {
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

it('P7 where it is sent tells sign-ins apart, resolved', async () => {
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
    const beside = open(other.page({ mfaToken, account, transport }))
    await submit(on)
    return { submitted, other, on, beside }
  }

  it('the one that was submitted completes, once, wherever it is confirmed', async () => {
    const { submitted, other, beside } = await both()
    await submitted.succeed()
    expect(beside.code()).toBe(submitted.newCode)
    await submitted.finish(beside)
    expect(other.completions).toEqual([])
  })

  it('the same where no new code came', async () => {
    const { submitted, other } = await both()
    submitted.wire.answer({ access_token: 'a' })
    await settle()
    expect(submitted.completions).toHaveLength(1)
    expect(other.completions).toEqual([])
  })

  it('where it is gone, the newest does', async () => {
    const { submitted, other, on, beside } = await both()
    const newest = somebody()
    const { mfaToken, account, transport } = submitted.props
    const last = open(newest.page({ mfaToken, account, transport }))
    on.unmount()
    await submitted.succeed()
    beside.tick()
    beside.press('continue')
    await settle()
    expect(newest.completions).toHaveLength(1)
    expect([...submitted.completions, ...other.completions]).toEqual([])
    last.unmount()
  })

  it('a host that fails is asked again, and no other', async () => {
    const mistake = new Error('no session')
    const { submitted, other, beside } = await both({ onComplete: () => Promise.reject(mistake) })
    await submitted.succeed()
    beside.tick()
    beside.press('continue')
    await settle()
    beside.press('continue')
    await settle()
    expect(reported.splice(0)).toEqual([mistake, mistake])
    expect(other.completions).toEqual([])
  })
})

it('P9 discardAll empties every flow, and the browser asks no more', async () => {
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

it('P10 a thousand people, one after another', async (test) => {
  const tries = runs(1000, 60)
  const on = open(<p>Closed</p>)
  for (let run = 0; run < tries; run += 1) {
    const one = somebody(run % 2 === 0 ? {} : { mfaToken: CONSTANT_HANDLE })
    on.rerender(one.page())
    expectUntouched(on)
    await submit(on)
    await one.succeed()
    expect(on.code()).toBe(one.newCode)
    await download(on)
    expect(one.files.join()).toContain(one.account)
    await one.finish(on)
  }
  proves(test, ['N4', 'N6'], `${tries} people → 0 codes, names, tokens or callbacks crossed`)
})

/** What may happen to one of them at a time; a page shows one, or nobody. */
const acts: Readonly<Record<string, (world: World, one: Somebody) => Promise<void>>> = {
  async come({ pages, on }, one) {
    if (!pages.has(one)) pages.set(one, on())
    pages.get(one)?.rerender(one.page())
  },
  async leave({ pages }, one) {
    pages.get(one)?.unmount()
    pages.delete(one)
  },
  /** Takes another's seat, unsaved or not. */
  async 'take a seat'({ pages }, one) {
    const [owner, page] = [...pages][0] ?? []
    if (owner === undefined || page === undefined || pages.has(one)) return
    pages.delete(owner)
    pages.set(one, page)
    page.rerender(one.page())
    await settle(1)
  },
  async submit({ pages }, one) {
    const page = pages.get(one)
    if (page?.find('input') && page.find('retry') === null) await submit(page)
  },
  async answer({ codes }, one) {
    if (one.wire.open() === 0) return
    codes.add(one)
    await one.succeed()
  },
  async lose(_world, one) {
    if (one.wire.open() > 0) one.wire.cut()
  },
  async refuse(_world, one) {
    if (one.wire.open() > 0) one.wire.answer({ error: 'invalid_grant' }, { status: 403 })
  },
  async save({ pages, codes }, one) {
    const page = pages.get(one)
    if (page?.code() === undefined) return
    await download(page)
    page.tick()
    page.press('continue')
    codes.delete(one)
    await settle()
  },
}

interface World {
  readonly pages: Map<Somebody, ReturnType<typeof open>>
  /** Who has an unsaved code. */
  readonly codes: Set<Somebody>
  on(): ReturnType<typeof open>
}

it('P11 fifty people at once, their sign-ins crossing in every order', async (test) => {
  const tries = runs(100, 6)
  const names = Object.keys(acts)
  const often = ['come', 'submit', 'answer', 'take a seat']
  const step = fc.tuple(fc.constantFrom(...names, ...often), fc.nat(49))
  const schedules = fc.array(step, { minLength: 150, maxLength: 300, size: 'max' })
  let codes = 0
  await fc.assert(
    fc.asyncProperty(schedules, fc.boolean(), async (schedule, constant) => {
      const people = Array.from({ length: 50 }, () =>
        somebody(constant ? { mfaToken: CONSTANT_HANDLE } : {}),
      )
      const world: World = { pages: new Map(), codes: new Set(), on: () => open(<p>Closed</p>) }
      for (const [name, who] of schedule) {
        const one = people[who]!
        await acts[name]?.(world, one)
        await settle(1)
        for (const [owner, page] of world.pages) {
          const code = page.code()
          if (code !== undefined) expect(code).toBe(owner.newCode)
          else expect(world.codes.has(owner), 'an unsaved code is out of sight').toBe(false)
        }
      }
      for (const one of people) {
        codes += one.completions.length
        expect(one.completions.length).toBeLessThanOrEqual(one.wire.posts.length)
        for (const file of one.files) {
          expect(file).toContain(one.account)
          expect(file).toContain(one.newCode)
        }
        for (const other of JSON.stringify(one.completions).matchAll(/access-of-[^"]+/g))
          expect(other[0]).toBe(`access-of-${one.account}`)
      }
      for (const page of world.pages.values()) page.unmount()
      for (const one of people) while (one.wire.open() > 0) one.wire.cut()
      await settle()
      act(discardAll)
    }),
    { numRuns: tries },
  )
  proves(
    test,
    ['N2', 'N4', 'N6'],
    `${tries} schedules of 50 people, ${codes} finished → 0 crossed, 0 out of sight`,
  )
})
