import { act, fireEvent, render } from '@testing-library/react'
import {
  SaveConfirmation,
  useRecoveryCodeCapture,
  type CaptureAction,
  type RecoveryCodeCaptureOptions,
} from 'react-recovery-login'
import { NewRecoveryCodeNotice } from 'react-recovery-login'
import { describe, expect, it, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { answering, openCapture, type CapturePage } from './capture-page.tsx'
import { open, person, reported, settle, signIn, submitCode } from './harness.tsx'
import { proves } from './runs.ts'
import { success } from './wire.ts'

const { newCode, oldCode } = canaries

it('H9 masked, the code is nowhere in the page; shown again, nothing is lost', async (test) => {
  const on = await openCapture({ confirmBy: 'retype', platform: answering('done') })
  await on.save('copy')
  on.type(newCode.slice(0, 20))
  for (let time = 0; time < 2; time += 1) {
    fireEvent.focus(on.field())
    expect(on.code()).toBe('•'.repeat(24))
    // The field holds what the person typed; the code is nowhere.
    expect(findCanaries(on.container.outerHTML)).toEqual([])
    expect(on.get('code-cover')).toHaveTextContent('The code is hidden.')
    on.press('show-code')
    expect(on.code()).toBe(newCode)
    expect(document.activeElement).toBe(on.get('code'))
    expect(on.field().value).toBe(newCode.slice(0, 20))
    expect(on.action('copy')).toHaveTextContent('Copied')
  }
  proves(test, ['N4', 'N7'], '2 × masked and shown → 0 codes in the masked page, fixed: once')
})

it('H9 a page that comes back from the back/forward cache is masked', async () => {
  const on = await openCapture()
  const event = Object.assign(new Event('pageshow'), { persisted: true })
  act(() => void window.dispatchEvent(event))
  expect(findCanaries(on.container.outerHTML)).toEqual([])
  act(() => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false })))
  on.press('show-code')
  expect(on.code()).toBe(newCode)
})

it('H10 confirmed twice in one tick, or fifty times', async (test) => {
  for (const presses of [2, 50]) {
    const on = await openCapture()
    on.tick()
    act(() => {
      for (let press = 0; press < presses; press += 1) on.get('continue').click()
    })
    await settle(1)
    expect(on.completions).toHaveLength(1)
    on.unmount()
  }
  proves(test, 'N6', '2 and 50 presses → 1 completion each, fixed: once each')
})

describe('H11 Continue before the code is saved', () => {
  const ways: Record<string, (on: CapturePage) => unknown> = {
    click: (on) => on.press('continue'),
    // jsdom has no implicit submission, so do what HTML defines.
    Enter: (on) => fireEvent.keyDown(on.get('checkbox'), { key: 'Enter' }) && on.press('continue'),
    'form submit': (on) => act(() => on.get<HTMLFormElement>('confirmation').requestSubmit()),
    'a button enabled in the DOM'(on) {
      on.get('continue').removeAttribute('aria-disabled')
      on.press('continue')
    },
  }

  it.for(Object.entries(ways))('is refused, and says why: %s', async ([name, press], test) => {
    const on = await openCapture()
    expect(on.get('continue')).toHaveAttribute('aria-disabled', 'true')
    press(on)
    await settle(1)
    expect(on.completions).toEqual([])
    const { error, checkbox } = { error: on.get('error'), checkbox: on.get('checkbox') }
    expect(error).toHaveAttribute('role', 'alert')
    expect(error).toHaveTextContent(
      'Save the code first, then tick this box. After you continue we can’t show the code again.',
    )
    expect(document.activeElement).toBe(checkbox)
    expect(checkbox).toHaveAccessibleDescription(error.textContent)
    expect(on.code(), 'the code is still there').toBe(newCode)
    on.tick()
    expect(on.find('error')).toBeNull()
    proves(test, ['N6', 'N7'], `${name} → 0 completions, fixed: once`)
  })
})

it.for([1, 2, 3])('H12 onComplete fails %i times, then succeeds', async (times, test) => {
  const outcomes: string[] = []
  const onComplete = async () => {
    const fails = outcomes.length < times
    outcomes.push(fails ? 'failed' : 'done')
    if (fails) throw new Error('The host’s mistake.')
  }
  const on = await openCapture({ onComplete })
  on.tick()
  for (let attempt = 0; attempt < times; attempt += 1) {
    await on.confirm()
    await settle(1)
    expect(on.code(), 'the code stays').toBe(newCode)
    expect(on.get('alert')).toHaveTextContent('The last step did not work')
    expect(on.get('continue')).toHaveTextContent('Try again')
  }
  await on.confirm()
  await settle(1)
  expect(on.heading()).toBe('You are signed in')
  expect(outcomes).toEqual([...Array<string>(times).fill('failed'), 'done'])
  expect(reported.splice(0)).toHaveLength(times)
  proves(test, ['N6', 'N7'], `a host that fails ${times} times → ${times + 1} calls, fixed: once`)
})

describe('24 hours', () => {
  it.for<[string, (on: CapturePage) => Promise<void> | void]>([
    ['untouched', () => {}],
    ['after a copy', (on) => on.save('copy')],
    ['with a question open', (on) => on.save('print')],
  ])('H14 %s: the code is there, and nothing moved', async ([what, first], test) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 12) })
    const platform = { copy: async () => 'done' as const, print: async () => 'asked' as const }
    const on = await openCapture({ platform })
    await first(on)
    // jsdom starts its own timer after a focus change.
    vi.advanceTimersByTime(100)
    const before = on.container.innerHTML
    const changes: MutationRecord[] = []
    const watch = new MutationObserver((records) => changes.push(...records))
    watch.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    expect(vi.getTimerCount(), `timers ${what}`).toBe(0)
    await act(() => vi.advanceTimersByTimeAsync(86_400_000))
    expect(changes).toEqual([])
    expect(on.container.innerHTML).toBe(before)
    expect(on.code()).toBe(newCode)
    expect(on.completions).toEqual([])
    on.tick()
    await on.confirm()
    expect(on.completions).toHaveLength(1)
    proves(test, 'N7', `86,400 s ${what} → 0 timers, 0 changes`)
  })
})

it('H16 the new code is the one that was sent', async (test) => {
  const attempt = signIn({ confirmBy: 'retype' })
  const on = open(attempt.page())
  await submitCode(on)
  await attempt.answer({ ...success, recovery_code: oldCode })
  expect(on.code()).toBe(oldCode)
  expect(attempt.events).toContainEqual({
    ...{ type: 'answered', outcome: 'verified', rotated: true },
    ...{ unchanged: true, late: false },
  })
  on.type(oldCode)
  expect(on.get('hint')).toHaveTextContent('It matches.')
  on.press('continue')
  await settle()
  expect(attempt.completions).toHaveLength(1)
  proves(test, 'N2', 'the same code → shown, flagged, taken, fixed: once')
})

/** What the person does, and which of the four policies that satisfies. */
const acts: Record<string, { readonly by: (on: CapturePage) => unknown; readonly opens: string }> =
  {
    nothing: { by: () => {}, opens: 'continue' },
    'ticks the box': { by: (on) => on.find('checkbox') && on.tick(), opens: 'checkbox continue' },
    'gives the code back': {
      by: (on) => on.find('input') && on.type(newCode),
      opens: 'retype continue',
    },
    'copies it, and the platform says so': {
      by: (on) => on.save('copy'),
      opens: 'action continue',
    },
    'shares it, and the platform says so': {
      by: (on) => on.save('share'),
      opens: 'action continue',
    },
    'copies it by hand': {
      by(on) {
        document.getSelection()?.selectAllChildren(on.get('code'))
        fireEvent.copy(on.get('code'))
      },
      opens: 'action continue',
    },
    'copies a part of it by hand': {
      by(on) {
        document.getSelection()?.selectAllChildren(on.get('code').children[2]!)
        fireEvent.copy(on.get('code'))
      },
      opens: 'continue',
    },
  }
for (const name of ['copy', 'download', 'print', 'share'] as const satisfies CaptureAction[]) {
  acts[`is asked about a ${name}`] = { by: (on) => on.save(name), opens: 'continue' }
  acts[`says yes about a ${name}`] = {
    by: (on) => on.save(name).then(() => on.press('ask-yes')),
    opens: 'action continue',
  }
  acts[`says no about a ${name}`] = {
    by: (on) => on.save(name).then(() => on.press('ask-no')),
    opens: 'continue',
  }
  acts[`fails to ${name}`] = { by: (on) => on.save(name), opens: 'continue' }
}

describe.each(['checkbox', 'action', 'retype', 'continue'] as const)(
  'confirmBy %s',
  (confirmBy) => {
    it.each(Object.entries(acts))('the person: %s', async (name, { by, opens }) => {
      const result = name.startsWith('fails')
        ? 'failed'
        : /asked|says (?:yes|no) /.test(name)
          ? 'asked'
          : 'done'
      const on = await openCapture({ confirmBy, platform: answering(result) })
      await by(on)
      const open = opens.includes(confirmBy)
      expect(on.get('continue').getAttribute('aria-disabled')).toBe(open ? null : 'true')
      await on.confirm()
      expect(on.completions).toHaveLength(open ? 1 : 0)
      expect(on.events.at(-1)).toEqual({ type: open ? 'completed' : 'confirm-blocked' })
    })
  },
)

/** Only the capture, and what a host may omit from it. */
function Capture({ shows, ...options }: RecoveryCodeCaptureOptions & { shows: boolean }) {
  const { notice, confirmation } = useRecoveryCodeCapture(options)
  return (
    <>
      {shows && <NewRecoveryCodeNotice {...notice} />}
      <SaveConfirmation {...confirmation} />
    </>
  )
}

it('H10 only the capture, confirmed fifty times in one tick', async () => {
  const onConfirm = vi.fn<() => Promise<void>>().mockResolvedValue()
  const on = open(<Capture newRecoveryCode={newCode} shows {...{ onConfirm }} />)
  on.tick()
  act(() => {
    for (let press = 0; press < 50; press += 1) on.get('continue').click()
  })
  await settle(1)
  expect(onConfirm).toHaveBeenCalledOnce()
})

describe('the gate opens only for a code that was really shown', () => {
  it('not if the notice is omitted', () => {
    const onConfirm = vi.fn<() => void>()
    const page = (shows: boolean) => (
      <Capture newRecoveryCode={newCode} confirmBy="continue" {...{ shows, onConfirm }} />
    )
    const on = open(page(false))
    on.press('continue')
    expect(onConfirm).not.toHaveBeenCalled()
    on.rerender(page(true))
    on.press('continue')
    expect(onConfirm).toHaveBeenCalledOnce()
  })

  it('not if there is no code', () => {
    const onConfirm = vi.fn<() => void>()
    const on = open(<Capture newRecoveryCode="" confirmBy="continue" shows {...{ onConfirm }} />)
    on.press('continue')
    expect(onConfirm).not.toHaveBeenCalled()
  })

  it('not for the next code because the last was saved', async () => {
    const onConfirm = vi.fn<() => void>()
    // A stopped clock: both codes have the same time.
    const page = (code: string) => (
      <Capture newRecoveryCode={code} shows now={() => 1_795_000_000_000} {...{ onConfirm }} />
    )
    const on = open(page(newCode))
    on.tick()
    on.rerender(page(oldCode))
    expect(on.get('checkbox')).not.toBeChecked()
    on.press('continue')
    expect(onConfirm).not.toHaveBeenCalled()
    on.tick()
    on.press('continue')
    await settle(1)
    expect(onConfirm).toHaveBeenCalledOnce()
    on.rerender(page(newCode))
    on.press('continue')
    expect(onConfirm).toHaveBeenCalledOnce()
    on.tick()
    on.press('continue')
    expect(onConfirm).toHaveBeenCalledTimes(2)
  })

  it('a late result of the last confirmation does not affect the next code', async () => {
    const ends: (() => void)[] = []
    const onConfirm = () => new Promise<void>((resolve) => void ends.push(resolve))
    const page = (code: string) => <Capture newRecoveryCode={code} shows {...{ onConfirm }} />
    const on = open(page(newCode))
    on.tick()
    on.press('continue')
    on.rerender(page(oldCode))
    on.tick()
    on.press('continue')
    expect(ends).toHaveLength(2)
    ends[0]?.()
    await settle(1)
    expect(on.get('continue')).toHaveTextContent('One moment…')
    on.press('continue')
    expect(ends).toHaveLength(2)
  })
})

it('a second press of Continue does not move focus', async () => {
  let end: () => void = () => {}
  const on = await openCapture({
    onComplete: () => new Promise<void>((resolve) => (end = resolve)),
  })
  on.tick()
  on.get('continue').focus()
  on.press('continue')
  on.press('continue')
  expect(document.activeElement).toBe(on.get('continue'))
  await act(async () => end())
})

it('Escape takes nothing away', async () => {
  const on = await openCapture()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  expect(on.code()).toBe(newCode)
  expect(person(render(on.page())).code(), 'another place of the same sign-in').toBe(newCode)
})
