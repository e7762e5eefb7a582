import { act } from '@testing-library/react'
import { expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import type { Line } from './body.ts'
import { answering } from './capture-page.tsx'
import { confirm, expectFinished, headless, open, settle, signIn, submitCode } from './harness.tsx'
import { proves } from './runs.ts'
import { success, tokens } from './wire.ts'

const { newCode } = canaries
const orders = [
  { order: 'code first', text: JSON.stringify({ recovery_code: newCode, ...tokens }) },
  { order: 'code last', text: JSON.stringify(success) },
]
const [first] = orders as [(typeof orders)[0]]

/** Splits an answer after the closing quote of its code. */
function parts(text: string): readonly [begun: string, rest: string] {
  const at = text.indexOf(`${newCode}"`) + newCode.length + 1
  return [text.slice(0, at), text.slice(at)]
}

async function pass(milliseconds: number) {
  act(() => void vi.advanceTimersByTime(milliseconds))
  await settle()
}

/** A sign-in whose answer starts with this text. */
async function stalled(begun: string, props: Parameters<typeof signIn>[0] = {}) {
  vi.useFakeTimers()
  const sign = signIn(props)
  const on = open(sign.page(), { reactStrictMode: true })
  await submitCode(on)
  const line = sign.wire.begin(begun)
  await settle()
  await pass(2999)
  expect(on.code()).toBeUndefined()
  await pass(1)
  return { sign, on, line }
}

async function go(line: Line, rest: string) {
  line.send(rest)
  await settle()
}

test.for(orders)(
  'D18 the code is shown after three seconds, without claiming a sign-in: $order',
  async ({ text }, context) => {
    const { sign, on } = await stalled(parts(text)[0])
    expect(on.code()).toBe(newCode)
    expect(on.heading()).toBe('Save this code, then start again')
    await pass(600_000)
    await confirm(on)
    expect(on.heading()).toBe('Start the sign-in again')
    expect(sign.completions).toEqual([])
    expect(sign.wire.posts).toHaveLength(1)
    on.unmount()
    vi.useRealTimers()
    proves(context, ['N1', 'N2'], '1 stalled answer, 1 code shown, 1 POST, fixed: once')
  },
)

test.for(orders)(
  'D19 later tokens complete the sign-in, and nothing the person did is lost: $order',
  async ({ text }, context) => {
    const [begun, rest] = parts(text)
    const { sign, on, line } = await stalled(begun)
    on.tick()
    const code = on.get('code')
    for (const character of rest.slice(0, -1)) await go(line, character)
    expect(on.heading()).toBe('Save this code, then start again')
    await pass(3000)
    await go(line, rest.slice(-1))
    expect(on.heading()).toBe('Save your new recovery code')
    expect(on.get('code')).toBe(code)
    expect(on.get<HTMLInputElement>('checkbox').checked).toBe(true)
    expect(sign.events.filter((event) => JSON.stringify(event).includes('answered'))).toEqual([
      {
        type: 'answered',
        outcome: 'unfinished',
        rotated: true,
        unchanged: false,
        late: false,
        code: 'invalid-response',
        status: 200,
      },
      { type: 'answered', outcome: 'verified', rotated: true, unchanged: false, late: false },
    ])
    expect(findCanaries(sign.events)).toEqual([])
    on.press('continue')
    await settle()
    expect(sign.completions).toEqual([{ tokens, rotated: true }])
    expect(on.heading()).toBe('You are signed in')
    expect(sign.wire.posts).toHaveLength(1)
    proves(context, ['N2', 'N6'], `${rest.length} pieces, 1 sign-in`)
  },
)

it('D19 text retyped so far stays, and counts', async () => {
  const [begun, rest] = parts(first.text)
  const { sign, on, line } = await stalled(begun, { confirmBy: 'retype' })
  on.type(newCode.slice(0, 20))
  await go(line, rest)
  expect(on.heading()).toBe('Save your new recovery code')
  expect(on.field().value).toBe(newCode.slice(0, 20))
  on.type(newCode)
  on.press('continue')
  await settle()
  expect(sign.completions).toEqual([{ tokens, rotated: true }])
})

it('D19 a save stays, and counts', async () => {
  const [begun, rest] = parts(first.text)
  const platform = answering('done')
  const { sign, on, line } = await stalled(begun, { confirmBy: 'action', platform })
  on.press('save-action')
  await settle()
  await go(line, rest)
  on.press('continue')
  await settle()
  expect(sign.completions).toEqual([{ tokens, rotated: true }])
})

test.for<[how: string, end: (line: Line) => void]>([
  ['breaks', (line) => line.cut()],
  ['ends', (line) => line.end()],
  ['ends as something else', (line) => line.send('}')],
])('D19 if the connection %s, nothing changes', async ([, end]) => {
  const { sign, on, line } = await stalled(parts(first.text)[0])
  end(line)
  await settle()
  expect(on.code()).toBe(newCode)
  expect(on.heading()).toBe('Save this code, then start again')
  expect(sign.events.filter((event) => JSON.stringify(event).includes('answered'))).toHaveLength(1)
})

it('D19 a code that stalls while the screen says there is no answer', async () => {
  vi.useFakeTimers()
  const sign = signIn()
  const on = open(sign.page())
  await submitCode(on)
  const [begun, rest] = parts(first.text)
  const line = sign.wire.begin(begun.slice(0, 9))
  await settle()
  await pass(30_000)
  expect(on.heading()).toBe('We did not get an answer')
  await go(line, begun.slice(9))
  await pass(3000)
  expect(on.code()).toBe(newCode)
  expect(on.container).toHaveTextContent('The answer came after all.')
  await go(line, rest)
  await expectFinished(on, sign)
})

it('D20 confirmed before the rest arrives: the sign-in is completed from the last screen', async (context) => {
  const [begun, rest] = parts(first.text)
  const { sign, on, line } = await stalled(begun)
  await confirm(on)
  expect(on.heading()).toBe('Start the sign-in again')
  await go(line, rest)
  expect(on.heading()).toBe('You are signed in')
  expect(on.container).toHaveTextContent('use the new one')
  expect(on.container).not.toHaveTextContent('No new recovery code')
  expect(sign.completions).toEqual([{ tokens, rotated: true }])
  proves(context, ['N2', 'N6'], '1 sign-in, completed once')
})

it('D20 unmounted and mounted again meanwhile', async (context) => {
  const [begun, rest] = parts(first.text)
  const { sign, on, line } = await stalled(begun)
  on.unmount()
  await go(line, rest)
  const again = open(sign.page())
  expect(again.code()).toBe(newCode)
  expect(again.heading()).toBe('Save your new recovery code')
  await expectFinished(again, sign)
  proves(context, ['N2', 'N6'], '1 sign-in, completed once')
})

it('D20 discarded meanwhile, followed by another sign-in: the rest changes nothing', async (context) => {
  const [begun, rest] = parts(first.text)
  vi.useFakeTimers()
  const { wire, props, completions, events } = signIn()
  const { now, form } = headless(props)
  const stall = async () => {
    form()?.onSubmit(canaries.oldCode)
    const line = wire.begin(begun)
    await settle()
    await pass(3000)
    expect(now().step).toBe('capture')
    return line
  }
  const one = await stall()
  act(() => now().discard())
  await go(one, rest)
  expect(now().step).toBe('prompt')

  const two = await stall()
  act(() => now().discard())
  form()?.onSubmit(canaries.oldCode)
  wire.answer({ recovery_code: 'AAAA', session: false })
  await settle()
  const heard = events.length
  await go(two, rest)
  expect(now()).toMatchObject({
    step: 'capture',
    notice: { newRecoveryCode: 'AAAA', occasion: 'unfinished' },
  })
  expect(events).toHaveLength(heard)
  expect(completions).toEqual([])
  proves(context, ['N2', 'N6'], '2 answers came late, 0 taken')
})
