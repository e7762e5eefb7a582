import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { canaries, findCanaries } from '#test/canaries.ts'
import { confirm, open, settle, signIn, submitCode } from '#test/faults/harness.tsx'
import { proves, runs } from '#test/faults/runs.ts'
import { success } from '#test/faults/wire.ts'
import { Secret } from '../capture/secret.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Three collections, each after a turn that lets the current task end. */
async function collect() {
  for (let round = 0; round < 3; round += 1) {
    await settle(1)
    collectGarbage()
  }
}

it('G11 after the save the tokens are collected and the codes emptied; after the unmount the boxes are gone', async (test) => {
  const tries = runs(100, 5)
  const boxes = new Set<WeakRef<Secret>>()
  const reveal = Secret.prototype.reveal
  // Each read records its box, without keeping it alive.
  const spy = vi.spyOn(Secret.prototype, 'reveal').mockImplementation(function (this: Secret) {
    boxes.add(new WeakRef(this))
    return Reflect.apply(reveal, this, [])
  })
  const tokens: WeakRef<object>[] = []
  const held: { unmount(): void; content(): string }[] = []
  for (let run = 0; run < tries; run += 1) {
    const sign = signIn({
      onComplete({ tokens: handed }) {
        if (handed !== undefined) tokens.push(new WeakRef(handed))
      },
    })
    const on = open(sign.page(), { reactStrictMode: true })
    await submitCode(on)
    await sign.answer(success)
    expect(on.code()).toBe(canaries.newCode)
    await confirm(on)
    held.push({ unmount: on.unmount, content: () => on.container.innerHTML })
  }
  spy.mockRestore()
  expect(tokens).toHaveLength(tries)

  await collect()
  expect(tokens.filter((one) => one.deref() !== undefined)).toEqual([])
  // React keeps the last render reachable, so the boxes may still be there: empty.
  for (const box of boxes) expect(box.deref()?.reveal() ?? '').toBe('')
  for (const { content } of held) expect(findCanaries(content())).toEqual([])

  for (const { unmount } of held.splice(0)) unmount()
  await collect()
  expect([...boxes].filter((one) => one.deref() !== undefined)).toEqual([])
  proves(
    test,
    'N4',
    `${tries} sign-ins → ${tries} token sets and ${boxes.size} readings of boxes collected within 3 GCs`,
  )
})
