import { act } from '@testing-library/react'
import fc from 'fast-check'
import { discardAll } from 'react-recovery-login'
import { afterEach, expect, it } from 'vitest'
import { open, settle } from './harness.tsx'
import {
  CONSTANT_HANDLE,
  download,
  expectUntouched,
  somebody,
  submit,
  type Somebody,
} from './people.tsx'
import { proves, runs } from './runs.ts'

afterEach(() => act(discardAll))

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

/** What may happen to one of them at a time; a page shows one person, or nobody. */
const acts: Readonly<Record<string, (world: World, one: Somebody) => Promise<void>>> = {
  async come({ pages, on }, one) {
    if (!pages.has(one)) pages.set(one, on())
    pages.get(one)?.rerender(one.page())
  },
  async leave({ pages }, one) {
    pages.get(one)?.unmount()
    pages.delete(one)
  },
  /** Takes another person's page, unsaved or not. */
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
  /** The people with an unsaved code. */
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
