import { Profiler } from 'react'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { RecoveryCodeError, RecoveryCodeForm } from 'react-recovery-login'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { canaries } from '#test/canaries.ts'
import { auth0RecoveryCodeFormat as format } from '../protocol/recovery-code-format.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'

const { oldCode } = canaries
const groups = oldCode.toLowerCase().replaceAll(/(.{4})(?=.)/g, '$1-')

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function open(given: Partial<RecoveryCodeFormBinding> = {}) {
  const onSubmit = vi.fn<RecoveryCodeFormBinding['onSubmit']>()
  const commits: string[] = []
  const binding = {
    verifying: false,
    slow: false,
    afterUnknown: false,
    maybeLocked: false,
    format,
    onSubmit,
    ...given,
  }
  const form = (others: Partial<RecoveryCodeFormBinding> = {}) => (
    <Profiler id="form" onRender={(_id, phase) => commits.push(phase)}>
      <RecoveryCodeForm {...binding} {...others} />
    </Profiler>
  )
  const { rerender } = render(form())
  const field = screen.getByLabelText<HTMLInputElement>('Recovery code')
  return {
    onSubmit,
    commits,
    field,
    counter: () => document.querySelector('[data-rrl-part="counter"]'),
    become: (others: Partial<RecoveryCodeFormBinding>) => rerender(form(others)),
    async submit(text?: string) {
      if (text !== undefined) fireEvent.input(field, { target: { value: text } })
      fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
      // react-hook-form delivers the values in a promise.
      await act(async () => {})
    },
  }
}

it('counts what is typed without a render', async () => {
  const { field, counter, commits } = open()
  expect(commits).toEqual(['mount'])
  await userEvent.type(field, groups)
  expect(counter()).toHaveTextContent('24 of 24')
  expect(counter()).toHaveAttribute('data-rrl-state', 'complete')
  await userEvent.type(field, '{Backspace}')
  expect(counter()).toHaveTextContent('23 of 24')
  expect(counter()).toHaveAttribute('data-rrl-state', 'typing')
  await userEvent.clear(field)
  expect(counter()).toBeEmptyDOMElement()
  expect(commits).toEqual(['mount'])
})

it('submits the text as it was typed, and the code in it', async () => {
  const { submit, onSubmit } = open()
  await submit(groups)
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith(groups, oldCode)
})

describe('held back', () => {
  it('says why, keeps the text and focus, and clears with the next keystroke', async () => {
    const { submit, onSubmit, field } = open()
    await submit(oldCode.slice(1))
    expect(onSubmit).not.toHaveBeenCalled()
    expect(screen.getByRole('alert')).toHaveTextContent('This code has 23 characters, not 24')
    expect(field).toHaveAccessibleDescription(/This code has 23 characters/)
    expect(field.value).toBe(oldCode.slice(1))
    await vi.waitFor(() => expect(field).toHaveFocus())
    fireEvent.input(field, { target: { value: oldCode } })
    expect(screen.queryByRole('alert')).toBeNull()
    await submit()
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('is sent by its own button', async () => {
    const { submit, onSubmit, field } = open()
    await submit('abc')
    const anyway = screen.getByRole('button', { name: 'Send it anyway' })
    act(() => anyway.focus())
    fireEvent.click(anyway)
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith('abc')
    expect(screen.queryByRole('alert')).toBeNull()
    // The button unmounted, and would have lost focus to the body.
    expect(field).toHaveFocus()
  })

  it('reports offline only if nothing else is wrong with the text', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { submit, onSubmit } = open()
    await submit('abc')
    expect(screen.getByRole('alert')).toHaveTextContent('This code has 3 characters')
    await submit(oldCode)
    expect(screen.getByRole('alert')).toHaveTextContent('You seem to be offline')
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

it('F6 while sending is refused, Continue leaves the countdown in place', async () => {
  const error = new RecoveryCodeError('rate-limited')
  const { submit, onSubmit } = open({ error, retryAt: Date.now() + 60_000 })
  for (const text of ['abc', oldCode]) {
    await submit(text)
    expect(screen.getByRole('timer')).toHaveTextContent('until you can try again')
  }
  expect(onSubmit).not.toHaveBeenCalled()
})

it('the field has a language of its own: capitals on a Turkish page would turn i into İ', () => {
  document.documentElement.lang = 'tr'
  expect(open().field).toHaveAttribute('lang', 'en')
  document.documentElement.lang = ''
})

it('can’t be changed while it is checked', () => {
  const { field, become } = open()
  become({ verifying: true })
  expect(field).toHaveAttribute('readonly')
  fireEvent.paste(field, { clipboardData: { getData: () => groups } })
  expect(field.value).toBe('')
  expect(screen.getByRole('button', { name: /Checking/ })).toHaveAttribute('aria-busy', 'true')
})

it('focus moves to the field on each new error, and on no other render', async () => {
  const { field, become } = open()
  const focus = vi.spyOn(field, 'focus')
  const first = new RecoveryCodeError('code-rejected')
  for (const error of [first, first, new RecoveryCodeError('code-rejected')]) become({ error })
  become({ error: first, maybeLocked: true })
  await vi.waitFor(() => expect(focus).toHaveBeenCalledTimes(3))
})

it('mounts focused while a code is checked, unless something else has focus', () => {
  const first = open({ verifying: true })
  expect(first.field).toHaveFocus()
  cleanup()
  render(<a href="#host">The host’s</a>)
  screen.getByRole('link').focus()
  open({ verifying: true })
  expect(screen.getByRole('link')).toHaveFocus()
  cleanup()
  open()
  expect(document.body).toHaveFocus()
})

it('clears itself when the code was used, and only then', async () => {
  const onSubmit = vi
    .fn<RecoveryCodeFormBinding['onSubmit']>()
    .mockResolvedValueOnce({ used: false })
    .mockResolvedValueOnce({ used: true })
  const { submit, field, counter } = open({ onSubmit })
  await submit(oldCode)
  expect(field.value).toBe(oldCode)
  await submit()
  expect(field.value).toBe('')
  expect(counter()).toBeEmptyDOMElement()
})

test.each([
  ['a code among other words', `Example recovery code\r\nada@example.com\r\n\r\n${groups}\r\n`],
  ['a code in quotes', `“${groups}”.`],
])('pasting %s leaves only the code in the field', async (_what, text) => {
  const { field, submit, onSubmit } = open()
  fireEvent.paste(field, { clipboardData: { getData: () => text } })
  expect(field.value).toBe(oldCode)
  await submit()
  expect(onSubmit).toHaveBeenCalledWith(oldCode, oldCode)
})

it('pasting lines without a code keeps the words apart', async () => {
  const { field } = open()
  fireEvent.paste(field, { clipboardData: { getData: () => 'W7XK\nQ2MH\n' } })
  expect(field.value).toBe('W7XK Q2MH')
})

const box = (field: HTMLElement) => field.closest<HTMLElement>('[data-rrl-part="field"]')!
const texts = (text: string) => ({ files: [], types: ['text/plain'], getData: () => text })

test.each([
  ['a code among other words', `Example recovery code\n\n${groups}\n`, oldCode],
  ['a part of a code', 'W7XK', 'abcW7XK'],
  ['lines', 'W7XK\nQ2MH\n', 'abcW7XK Q2MH'],
  ['nothing', '', 'abc'],
])('text dropped next to the field goes into it: %s', (_what, text, value) => {
  const { field } = open()
  fireEvent.input(field, { target: { value: 'abc' } })
  const fieldBox = box(field)
  expect(fireEvent.dragOver(fieldBox, { dataTransfer: texts(text) }), 'can be dropped').toBe(false)
  expect(fireEvent.drop(fieldBox, { dataTransfer: texts(text) }), 'not opened by the browser').toBe(
    false,
  )
  expect(field.value).toBe(value)
})

it('text dropped on the field is left to the browser, unless it has a code', () => {
  const { field } = open()
  const drop = (text: string) => fireEvent.drop(field, { dataTransfer: texts(text) })
  expect(fireEvent.dragOver(field, { dataTransfer: texts('W7XK') })).toBe(true)
  expect(drop('W7XK')).toBe(true)
  expect(drop(`My code: ${groups}`)).toBe(false)
  expect(field.value).toBe(oldCode)
})

it('a file dropped next to the field is read, and the browser stays on the page', async () => {
  const { field } = open()
  const dataTransfer = { files: [new File([`${groups}\n`], 'recovery-code.txt')], types: ['Files'] }
  for (const target of [box(field), screen.getByText('Recovery code'), field])
    expect(fireEvent.dragOver(target, { dataTransfer })).toBe(false)
  expect(fireEvent.drop(box(field), { dataTransfer })).toBe(false)
  await vi.waitFor(() => expect(field.value).toBe(oldCode))
})

it('text dropped while the code is checked changes nothing', async () => {
  const { field, become, submit } = open()
  await submit(oldCode)
  become({ verifying: true })
  for (const target of [box(field), field])
    fireEvent.drop(target, { dataTransfer: texts('W7XK\nQ2MH') })
  expect(field.value).toBe(oldCode)
})

it('a saved file can be dropped, and one without text is reported as unreadable', async () => {
  const { field } = open()
  const drop = (file: File) =>
    fireEvent.drop(field, { dataTransfer: { files: [file], types: ['Files'] } })
  drop(new File([`Example\n\n${groups}\n`], 'recovery-code.txt'))
  await vi.waitFor(() => expect(field.value).toBe(oldCode))
  drop(new File([''], 'empty.txt'))
  await vi.waitFor(() => expect(screen.getByRole('alert')).toBeVisible())
  expect(field.value).toBe(oldCode)
})

it('a file dropped while the code is checked changes nothing, and is not reported', async () => {
  const { field, become, submit } = open()
  await submit(oldCode)
  const drop = (file: File) =>
    fireEvent.drop(field, { dataTransfer: { files: [file], types: ['Files'] } })
  // The first is still being read when the request begins.
  drop(new File(['another text'], 'other.txt'))
  become({ verifying: true })
  drop(new File([''], 'empty.txt'))
  await act(() => new Promise((resolve) => void setTimeout(resolve, 20)))
  expect(field.value).toBe(oldCode)
  become({ error: new RecoveryCodeError('code-rejected') })
  expect(screen.getByRole('alert')).toHaveTextContent('That code was not accepted')
})

it('hides what is typed if the host offers it, and its button says what it does', () => {
  open({ concealable: true })
  const button = screen.getByRole('button', { name: 'Hide the code' })
  fireEvent.click(button)
  expect(button).toHaveAccessibleName('Show the code')
  // Its name changes; with aria-pressed, “Hide the code, pressed” would be announced.
  expect(button).not.toHaveAttribute('aria-pressed')
  // Hidden by CSS, not by a password field.
  expect(screen.getByLabelText('Recovery code')).toHaveAttribute('type', 'text')
})
