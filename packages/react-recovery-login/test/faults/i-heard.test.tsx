import { act, fireEvent } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { answering, openCapture } from './capture-page.tsx'
import { Hiding, open, settle, signIn, submitCode } from './harness.tsx'
import { listen } from './listen.ts'
import { proves } from './runs.ts'
import { refusal, success } from './wire.ts'

const { oldCode, newCode } = canaries
const notAccepted =
  'That code was not accepted It may be mistyped, used before, or replaced by a newer one, or this account may have none. Compare it with the code you saved last.'

/** Advances the clock, and lets what is due happen. */
async function pass(seconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
  await settle(1)
}

it('I4 what is heard from the first submit to the end', async (test) => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 12) })
  const { answer, page } = signIn({ platform: answering('done') })
  const on = open(page())
  const { heard, stop } = listen(on.container)
  const expectHeard = async (...expected: [role: string, text: string][]) => {
    await settle(1)
    expect(heard.splice(0)).toEqual(expected.map(([role, text]) => ({ role, text })))
  }

  on.press('submit')
  await expectHeard(['alert', 'Enter your recovery code first.'])
  on.type(oldCode.slice(0, 20))
  await expectHeard()
  on.press('submit')
  await expectHeard([
    'alert',
    'This code has 20 characters, not 24 The beginning or the end may be missing. Nothing was sent, so this did not cost you a try. Send it anyway',
  ])
  on.type('123456')
  on.press('submit')
  await expectHeard([
    'alert',
    'This looks like a code from an app An app or a text message gives you 6 digits. A recovery code has 24 letters and numbers. Nothing was sent, so this did not cost you a try.',
  ])

  await submitCode(on)
  await expectHeard(['status', 'Checking your code…'])
  await pass(10)
  await expectHeard(['status', 'This is taking longer than usual'])
  await answer(refusal, { status: 403 })
  await expectHeard(['alert', notAccepted])

  await submitCode(on)
  await expectHeard(['status', 'Checking your code…'])
  await answer(refusal, { status: 403 })
  await expectHeard(['alert', notAccepted])

  await submitCode(on)
  await answer({ error: 'too_many_attempts' }, { status: 429, headers: { 'retry-after': '90' } })
  await expectHeard(
    ['status', 'Checking your code…'],
    ['status', '2 minutes until you can try again.'],
  )
  await pass(31)
  await expectHeard(['status', 'Less than a minute until you can try again.'])
  await pass(59)
  await expectHeard(['status', 'You can try again now.'])

  await submitCode(on)
  await pass(30)
  await expectHeard(
    ['status', 'Checking your code…'],
    ['status', 'This is taking longer than usual'],
  )
  expect(document.activeElement).toHaveTextContent('We did not get an answer')
  expect(document.activeElement).toHaveAccessibleDescription(/^Still waiting for the answer/)
  await answer(success)
  await expectHeard()
  expect(document.activeElement).toHaveTextContent('Save your new recovery code')

  on.press('continue')
  await expectHeard([
    'alert',
    'Save the code first, then tick this box. After you continue we can’t show the code again.',
  ])
  for (let press = 0; press < 2; press += 1) {
    on.press('save-action')
    await expectHeard([
      'status',
      'Copied. Now paste it where you keep it, such as a password manager.',
    ])
  }
  on.tick()
  await expectHeard()
  on.press('continue')
  await settle()
  await expectHeard()
  expect(document.activeElement).toHaveTextContent('You are signed in')
  stop()
  proves(test, ['N4', 'N10'], '15 messages, each once, none with a code')
})

it.each(['asked', 'failed'] as const)('I4 a save that is %s is announced once', async (result) => {
  const on = await openCapture({ platform: answering(result) })
  const { heard } = listen(on.container)
  for (const name of ['copy', 'download', 'print', 'share']) {
    await on.save(name)
    expect(heard, name).toHaveLength(1)
    expect(heard.splice(0)[0]?.role, name).toBe(result === 'asked' ? 'status' : 'alert')
    await on.save(name)
    expect(heard, `${name} again`).toHaveLength(1)
    expect(findCanaries(heard.splice(0))).toEqual([])
  }
})

it('I4 a copy by hand is announced each time', async () => {
  const on = await openCapture()
  const { heard } = listen(on.container)
  for (let time = 0; time < 2; time += 1) {
    document.getSelection()?.selectAllChildren(on.get('code'))
    fireEvent.copy(on.get('code'))
    await settle(1)
    expect(heard.splice(0)).toEqual([
      { role: 'status', text: 'You copied the code by hand. That counts.' },
    ])
  }
})

it('I4 a matching copy is announced once, and nothing else', async () => {
  const on = await openCapture({ confirmBy: 'retype' })
  const { heard } = listen(on.container)
  fireEvent.change(on.field(), { target: { value: newCode } })
  await settle(1)
  expect(heard).toEqual([{ role: 'status', text: 'It matches. Your copy is good.' }])
})

it('I4 nothing is announced again when something else happens', async () => {
  const platform = { ...answering('done'), download: async () => 'asked' as const }
  const on = await openCapture({ confirmBy: 'retype', platform })
  const { heard } = listen(on.container)
  const said = () => heard.splice(0).map(({ text }) => text)
  await on.save('download')
  expect(said()).toEqual([
    'Is the file there? Look in your downloads for recovery-code.txt and open it once.',
  ])
  expect(on.heard(), 'in one region').toHaveLength(1)
  on.get('ask-yes').focus()
  document.getSelection()?.selectAllChildren(on.get('code'))
  fireEvent.copy(on.get('code'))
  await settle(1)
  expect(said(), 'with an open question').toEqual(['You copied the code by hand. That counts.'])
  expect(on.get('ask-yes'), 'the question stays').toHaveFocus()
  on.type(newCode)
  await settle(1)
  expect(said(), 'a match, with an open question').toEqual(['It matches. Your copy is good.'])
  on.press('ask-yes')
  await settle(1)
  expect(said()).toEqual(['Downloaded'])
  await on.save('copy')
  expect(said()).toEqual(['Copied. Now paste it where you keep it, such as a password manager.'])
})

it('I3 the focus moves once: to the notice’s heading, to the field', async (test) => {
  vi.useFakeTimers()
  const { answer, page } = signIn()
  const on = open(page(), { reactStrictMode: true })
  expect(document.activeElement, 'the page keeps its own').toBe(document.body)
  const moves: (string | null)[] = []
  const note = ({ target }: FocusEvent) =>
    moves.push(target instanceof Element ? target.getAttribute('data-rrl-part') : null)
  document.addEventListener('focus', note, true)

  await submitCode(on)
  await pass(12)
  expect(moves.splice(0), 'still working').toEqual([])
  await answer(refusal, { status: 403 })
  expect(moves.splice(0), 'refused').toEqual(['input'])
  expect(on.field()).toHaveAccessibleDescription(/^That code was not accepted/)

  on.get('submit').focus()
  moves.length = 0
  await submitCode(on)
  await answer({}, { status: 429, headers: { 'retry-after': '60' } })
  expect(moves.splice(0), 'too many tries').toEqual(['input'])
  on.get('submit').focus()
  moves.length = 0
  await pass(61)
  expect(moves.splice(0), 'the wait is over').toEqual([])

  await submitCode(on)
  await answer(success)
  on.rerender(page({ site: 'Fernhill' }))
  await pass(3600)
  expect(moves.splice(0), 'the new code').toEqual(['heading'])
  document.removeEventListener('focus', note, true)
  proves(test, 'N10', '1 sign-in → 3 moves, none from the background, fixed: once')
})

it('I3 a button that unmounts when pressed leaves focus in the field', async (test) => {
  const { wire, page } = signIn()
  const on = open(page(), { reactStrictMode: true })
  const press = async (part: string) => {
    act(() => on.get(part).focus())
    on.press(part)
    await settle(1)
    expect(on.find(part), part).toBeNull()
    expect(on.field(), part).toHaveFocus()
  }
  await submitCode(on, oldCode.slice(1))
  await press('send-anyway')
  wire.cut()
  await settle()
  expect(on.get('heading')).toHaveFocus()
  await press('retry')
  expect(wire.posts).toHaveLength(2)
  proves(test, 'N10', '2 buttons that go away, 0 times the focus is lost')
})

it('I3 a page that is hidden and shown again keeps focus where it was', async () => {
  const attempt = signIn()
  const page = (hidden: boolean) => <Hiding hidden={hidden}>{attempt.page()}</Hiding>
  const on = open(page(false))
  await submitCode(on)
  await attempt.answer(success)
  on.get('save-action').focus()
  const focused = vi.spyOn(on.get('heading'), 'focus')
  on.rerender(page(true))
  on.rerender(page(false))
  await settle()
  expect(on.heading()).toBe('Save your new recovery code')
  expect(focused).not.toHaveBeenCalled()
})

it('I11 a wait of an hour is told at most once a minute', async (test) => {
  const minutes = 60
  vi.useFakeTimers({ now: 0 })
  const { answer, page } = signIn()
  const on = open(page())
  await submitCode(on)
  await answer({}, { status: 429, headers: { 'retry-after': `${minutes * 60}` } })
  const { heard } = listen(on.container)
  const messages: { readonly at: number; readonly text: string }[] = []
  for (let second = 1; second <= minutes * 60; second += 1) {
    await act(() => vi.advanceTimersByTimeAsync(1000))
    for (const { text } of heard.splice(0)) messages.push({ at: second, text })
  }
  expect(messages).toHaveLength(minutes)
  for (const [index, { at }] of messages.entries())
    expect(at - (messages[index - 1]?.at ?? 0), `message ${index}`).toBeGreaterThanOrEqual(60)
  expect(messages.at(-2)?.text).toBe('Less than a minute until you can try again.')
  expect(messages.at(-1)).toEqual({ at: minutes * 60, text: 'You can try again now.' })
  expect(on.get('submit')).not.toHaveAttribute('aria-disabled')
  expect(on.field().value, 'the text is kept').toBe(oldCode)
  proves(test, 'N10', `3,600 s → ${messages.length} messages, 60 s or more apart`)
})
