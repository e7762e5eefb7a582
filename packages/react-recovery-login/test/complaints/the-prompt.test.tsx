import { act, fireEvent } from '@testing-library/react'
import { englishLabels, type Labels } from 'react-recovery-login'
import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { open, settle, signIn, submitCode } from '../faults/harness.tsx'
import { refusal, success } from '../faults/wire.ts'

const { oldCode, newCode } = canaries
const ways = { onTryAnotherMethod: () => {}, onCodeMissing: () => {}, onSupport: () => {} }

/** A prompt, and its server's answer to each attempt. */
function openPrompt(props: Parameters<typeof signIn>[0] = {}) {
  const attempt = signIn({ ...ways, ...props })
  const on = open(attempt.page())
  return {
    ...attempt,
    ...on,
    async attempt(body: unknown, init?: ResponseInit) {
      await submitCode(on)
      await attempt.answer(body, init)
    },
  }
}
const no = { status: 403 }

const texts = Object.values(englishLabels as Labels).filter((label) => typeof label === 'string')

it('complaint: a mask moves the caret and breaks typing on Android', () => {
  const on = openPrompt()
  for (const text of ['h4tz', 'h4tz 8', 'h4tz 8m', 'x h4tz 8m']) {
    on.type(text)
    expect(on.field().value).toBe(text)
  }
})

it('complaint: a maximum length cuts a code that was pasted with a blank', () =>
  expect(openPrompt().field()).not.toHaveAttribute('maxlength'))

it('complaint: a keypad for digits comes up, and the code has letters', () =>
  expect(openPrompt().field()).toHaveAttribute('inputmode', 'text'))

it('complaint: the keyboard corrects a code as if it were a word', () => {
  const field = openPrompt().field()
  expect(field).toHaveAttribute('autocapitalize', 'characters')
  expect(field).toHaveAttribute('autocorrect', 'off')
  expect(field).toHaveAttribute('spellcheck', 'false')
})

it('complaint: the trimmed text is checked, and the raw one sent', async () => {
  const { wire, ...on } = openPrompt()
  await submitCode(on, ` 1: ${oldCode.toLowerCase()}. `)
  expect(wire.posts[0]?.get('recovery_code')).toBe(oldCode)
})

it('complaint: the button does nothing, and nothing says why', async () => {
  const on = openPrompt()
  on.press('submit')
  await settle(1)
  expect(on.get('alert')).toHaveTextContent('Enter your recovery code first.')
})

it('complaint: the error speaks of a verification code', () =>
  expect(texts.filter((text) => /verification code/i.test(text))).toEqual([]))

it('complaint: a used code and a mistyped one get the same bare “invalid”', async () => {
  const on = openPrompt()
  await on.attempt(refusal, no)
  // The server says no more, so the message names each cause and what to do.
  expect(on.get('alert')).toHaveTextContent(/mistyped, used before, or replaced by a newer one/)
  expect(on.get('alert')).toHaveTextContent('Compare it with the code you saved last.')
})

it('complaint: a try fails without a word', async () => {
  const on = openPrompt()
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const before = on.find('alert')
    await on.attempt(refusal, no)
    expect(on.get('alert'), 'announced again').not.toBe(before)
    expect(on.get('alert')).toHaveAttribute('role', 'alert')
  }
})

it('complaint: “not correct” comes while one still types', () => {
  const on = openPrompt()
  for (let length = 1; length <= oldCode.length; length += 1) {
    on.type(oldCode.slice(0, length))
    expect(on.field()).toBeValid()
    expect(on.find('alert')).toBeNull()
  }
})

it('complaint: nobody says how long one is shut out', async () => {
  vi.useFakeTimers()
  const on = openPrompt()
  await on.attempt({}, { status: 429, headers: { 'retry-after': '342' } })
  expect(on.get('countdown')).toHaveTextContent('5:42')
  await act(() => vi.advanceTimersByTimeAsync(343_000))
  expect(on.get('alert')).toHaveTextContent('You can try again now.')
  expect(on.get('submit')).not.toHaveAttribute('aria-disabled')
})

it('complaint: a locked account looks like a wrong code, even with the right one', async () => {
  const on = openPrompt({ lockHintAfter: 3 })
  for (let attempt = 0; attempt < 3; attempt += 1) await on.attempt(refusal, no)
  expect(on.get('alert')).toHaveTextContent('an account can be locked for a while')
  expect(on.get('alert')).not.toHaveTextContent('mistyped')
})

it('complaint: faults of the server count as wrong tries', async () => {
  vi.useFakeTimers()
  const on = openPrompt({ lockHintAfter: 3 })
  const title = () => on.get('alert-title').textContent
  await on.attempt(refusal, no)
  await on.attempt({}, { status: 429, headers: { 'retry-after': '1' } })
  await act(() => vi.advanceTimersByTimeAsync(2000))
  await on.attempt(refusal, no)
  expect(title(), 'two wrong tries of three').toBe('That code was not accepted')
  await on.attempt(refusal, no)
  expect(title()).toBe('Still not accepted')
})

it('complaint: success is shown, and the server had said no', async () => {
  const { completions, ...on } = openPrompt()
  await on.attempt({ ...success, error: 'mfa_required', access_token: undefined }, { status: 400 })
  expect(on.heading()).not.toBe('You are signed in')
  expect(on.find('code')).toBeNull()
  expect(completions).toEqual([])
})

it('complaint: there is no way on for who has lost everything', () =>
  expect(openPrompt().get('ways-out')).toHaveTextContent(
    'Try another wayI don’t have my codeGet help',
  ))

it('complaint: the recovery code is asked for while the usual way still works', () =>
  expect(openPrompt().container).toHaveTextContent(
    'Can you still use your usual way? Then use it now, and keep this code for another time.',
  ))

it('complaint: it is asked of people who have none, and the error does not say so', async () => {
  const on = openPrompt()
  await on.attempt(refusal, no)
  expect(on.get('alert')).toHaveTextContent('or this account may have none')
})

it('complaint: nobody says that the code is used up by it', () =>
  expect(openPrompt().get('advice')).toHaveTextContent(
    'A code works once. When you continue, this one is used up and you get a new one to save.',
  ))

it('complaint: an old error still stands beside an empty field after Back', async () => {
  const on = openPrompt()
  await on.attempt(refusal, no)
  on.rerender(<p>Elsewhere</p>)
  on.rerender(on.page())
  expect(on.find('alert')).toBeNull()
})

it('complaint: a password manager splits the code, fills the field, or wants to save it as the password', () => {
  const field = openPrompt().field()
  expect(field).toHaveAttribute('type', 'text')
  expect(field).toHaveAttribute('autocomplete', 'off')
  for (const marker of ['data-1p-ignore', 'data-lpignore', 'data-bwignore'])
    expect(field).toHaveAttribute(marker)
  expect(field).not.toHaveAttribute('name')
})

it('complaint: a second submit spends the code or ends the sign-in', async () => {
  const { wire, ...on } = openPrompt()
  on.type(oldCode)
  fireEvent.submit(on.get('form'))
  fireEvent.submit(on.get('form'))
  await settle(1)
  expect(wire.posts).toHaveLength(1)
})

it('complaint: giving a code and getting a new one look alike', async () => {
  const on = openPrompt()
  expect(on.heading()).toBe('Enter your recovery code')
  await on.attempt(success)
  expect(on.heading()).toBe('Save your new recovery code')
  expect(on.code()).toBe(newCode)
})

it('complaint: the text speaks of a lost phone, and it was no phone', () =>
  expect(openPrompt().container).not.toHaveTextContent(/phone|device|app\b|authenticator/i))
