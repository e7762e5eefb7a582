import { act } from '@testing-library/react'
import {
  NewRecoveryCodeNotice,
  SaveConfirmation,
  useRecoveryCodeChallenge,
} from 'react-recovery-login'
import { describe, expect, it } from 'vitest'
import { canaries } from '../canaries.ts'
import { answering, openCapture, type CapturePage } from './capture-page.tsx'
import { headless, Hiding, open, settle, signIn, submitCode } from './harness.tsx'
import { proves } from './runs.ts'
import { success } from './wire.ts'

const { newCode, oldCode } = canaries
const wrong = `${newCode.slice(0, 9)}Z${newCode.slice(10)}`

/** Ways in which a page takes the screen away and puts it back. */
const ways: Record<string, (on: CapturePage) => void> = {
  'another route, and back'(on) {
    on.rerender(<p>Elsewhere</p>)
    expect(on.find('code')).toBeNull()
    on.rerender(on.page())
  },
  'another key'(on) {
    on.rerender(<div key="other">{on.page()}</div>)
  },
}

describe.each(Object.entries(ways))('H20 %s', (way, remount) => {
  it('finds what the person did: the tick, the copy, the question', async (test) => {
    const platform = { ...answering('done'), download: async () => 'asked' as const }
    const on = await openCapture({ platform })
    await on.save('copy')
    await on.save('download')
    on.tick()
    remount(on)
    expect(on.code()).toBe(newCode)
    expect(on.action('copy')).toHaveTextContent('Copied')
    expect(on.get('alert')).toHaveTextContent('Look in your downloads')
    expect(on.get('checkbox')).toBeChecked()
    on.press('ask-yes')
    expect(on.action('download')).toHaveTextContent('Downloaded')
    await on.confirm()
    expect(on.completions).toHaveLength(1)
    proves(test, ['N6', 'N7'], `${way} → nothing to do again, fixed: once`)
  })

  it('finds that the copy matched, and not what was typed', async () => {
    const on = await openCapture({ confirmBy: 'retype' })
    on.type(newCode)
    remount(on)
    expect(on.field()).toHaveValue('')
    expect(on.get('hint')).toHaveTextContent('It matches.')
    await on.confirm()
    expect(on.completions).toHaveLength(1)
  })

  it('shows the code, and complains of nothing that is over', async () => {
    const on = await openCapture({ confirmBy: 'retype', platform: answering('failed') })
    await on.save('share')
    act(() => on.field().focus())
    on.type(wrong)
    act(() => on.field().blur())
    await on.confirm()
    expect(on.code()).not.toBe(newCode)
    expect(on.get('error')).toHaveTextContent('Group 3 is different.')
    remount(on)
    expect(on.code()).toBe(newCode)
    expect(on.find('error')).toBeNull()
    expect(on.find('alert')).toBeNull()
    on.press('continue')
    expect(on.get('error')).not.toHaveTextContent('Group 3')
    expect(on.completions).toEqual([])
  })
})

it('H20 a save that ends while the screen is away is found, and holds Continue until then', async () => {
  let answer: (result: 'done') => void = () => {}
  const copy = () => new Promise<'done'>((resolve) => (answer = resolve))
  const on = await openCapture({ confirmBy: 'continue', platform: { copy } })
  await on.save('copy')
  on.rerender(<p>Elsewhere</p>)
  on.rerender(on.page())
  await on.confirm()
  expect(on.completions).toEqual([])
  on.rerender(<p>Elsewhere</p>)
  answer('done')
  await settle(1)
  on.rerender(on.page())
  expect(on.action('copy')).toHaveTextContent('Copied')
  await on.confirm()
  expect(on.completions).toHaveLength(1)
})

it('H20 what was done for one person’s code is not done for the next, and is found again', async () => {
  const on = await openCapture({ account: 'anna@example.com' })
  on.tick()
  const ben = signIn({ account: 'ben@example.com' })
  on.rerender(ben.page())
  await submitCode(on)
  await ben.answer(success)
  expect(on.get('checkbox')).not.toBeChecked()
  await on.confirm()
  expect(ben.completions).toEqual([])
  on.rerender(on.page())
  expect(on.get('checkbox')).toBeChecked()
  await on.confirm()
  expect(on.completions).toHaveLength(1)
})

it('H20 each screen has to show the code itself before the gate opens', async () => {
  const on = await openCapture({ confirmBy: 'continue' })
  on.unmount()
  const again = headless(on.props)
  const capture = () => {
    const now = again.now()
    return now.step === 'capture' ? now : expect.unreachable(now.step)
  }
  let went: boolean | undefined
  act(() => void (went = capture().confirmation.onConfirm()))
  expect(went).toBe(false)
  act(() => {
    capture().notice.onShown()
    went = capture().confirmation.onConfirm()
  })
  expect(went).toBe(true)
  await settle()
  expect(on.completions).toHaveLength(1)
})

it('H20 a page that is only hidden comes back as it was', async () => {
  const on = await openCapture({ confirmBy: 'retype' })
  on.unmount()
  const page = (hidden: boolean) => (
    <Hiding {...{ hidden }}>
      <Screen {...on.props} />
    </Hiding>
  )
  const kept = open(page(false), { reactStrictMode: true })
  kept.type(oldCode)
  act(() => kept.field().blur())
  expect(kept.get('error')).toHaveTextContent('This is the old code')
  const { value } = kept.field()
  kept.rerender(page(true))
  kept.rerender(page(false))
  // React 18 takes it away.
  if (kept.field().value === value)
    expect(kept.get('error')).toHaveTextContent('This is the old code')
  kept.type(newCode)
  kept.press('continue')
  await settle()
  expect(on.completions).toHaveLength(1)
})

function Screen(props: CapturePage['props']) {
  const challenge = useRecoveryCodeChallenge(props)
  if (challenge.step !== 'capture') return null
  return (
    <>
      <NewRecoveryCodeNotice {...challenge.notice} />
      <SaveConfirmation {...challenge.confirmation} />
    </>
  )
}
