import { act, fireEvent } from '@testing-library/react'
import type { CapturePlatform } from 'react-recovery-login'
import { describe, expect, it } from 'vitest'
import { canaries } from '../canaries.ts'
import {
  answering,
  drop,
  Enrolment,
  openCapture,
  paste,
  pick,
  type CapturePage,
} from './capture-page.tsx'
import { open, settle } from './harness.tsx'
import { proves } from './runs.ts'

const { newCode, oldCode } = canaries
const groups = newCode.match(/.{4}/g)!

const file = (...parts: BlobPart[]) => new File(parts, 'recovery-code.txt', { type: 'text/plain' })
const saved = `Fernhill recovery code\nAccount: mira@example.com\nNew on November 24, 2026\n\n${newCode}\n\nWorks once.\n`
const picker = (on: CapturePage) => on.get('retype-file').querySelector('input')!

/** Ways to enter the saved code. */
const ways: Record<string, (on: CapturePage) => void> = {
  'typed whole': (on) => on.type(newCode),
  'typed in lower case': (on) => on.type(newCode.toLowerCase()),
  'typed in groups': (on) => on.type(groups.join(' ')),
  'typed with dashes': (on) => on.type(groups.join('-')),
  'pasted with spaces, in lower case': (on) =>
    paste(on.field(), `  ${groups.join(' ').toLowerCase()} `),
  'pasted from the whole file': (on) => paste(on.field(), saved),
  'pasted with words around it': (on) => paste(on.field(), `My code is ${newCode}.`),
  'as the saved file, dropped': (on) => drop(on.field(), file(saved)),
  'as the saved file, dropped next to the field': (on) => drop(on.get('hint'), file(saved)),
  'as the saved file, picked': (on) => pick(picker(on), file(saved)),
  'as the saved file, kept by Windows': (on) =>
    pick(picker(on), file(`\uFEFF${saved.replaceAll('\n', '\r\n')}`)),
}

it.for(Object.entries(ways))('H13 the new code, %s, matches', async ([name, give], test) => {
  const on = await openCapture({ confirmBy: 'retype' })
  give(on)
  await settle(1)
  expect(on.get('hint')).toHaveTextContent('It matches. Your copy is good.')
  await on.confirm()
  expect(on.completions).toHaveLength(1)
  proves(test, 'N6', `${name} → 1 completion, fixed: once`)
})

const wrong = `${newCode.slice(0, 9)}Z${newCode.slice(10)}`
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8)
const shopping = 'Milk, bread, six eggs and whatever else is needed for Sunday lunch.'
const gone = Object.assign(file(saved), { text: () => Promise.reject(new Error('Gone.')) })
const typed = (text: string) => (on: CapturePage) => on.type(text)
const picked = (one: File) => (on: CapturePage) => pick(picker(on), one)
const dropped = (one: File) => (on: CapturePage) => drop(on.field(), one)
const unread = 'No code could be read from that.'

describe('H13 a copy that is not the same', () => {
  it.each<[string, (on: CapturePage) => void, string]>([
    ['a wrong character', typed(wrong), 'Group 3 is different. Show the code and compare.'],
    ['one too many', typed(`${newCode}7`), 'Group 6 is different.'],
    ['three too few', typed(newCode.slice(0, -3)), '3 characters are missing at the end.'],
    ['one too few', typed(newCode.slice(0, -1)), '1 character is missing at the end.'],
    ['the old code', typed(oldCode.toLowerCase()), 'This is the old code, which no longer works.'],
    [
      'the old file',
      (on) => paste(on.field(), saved.replace(newCode, oldCode)),
      'This is the old code',
    ],
    ['only separators', typed('--- …'), unread],
    ['another file', dropped(file(shopping)), unread],
    ['a picture', picked(file(png)), unread],
    ['a picture, dropped', dropped(file(png)), unread],
    ['an empty file', picked(file('')), unread],
    ['a file that is far too large', picked(file('A'.repeat(70_000))), unread],
    ['an unreadable file', picked(gone), unread],
  ])(
    '%s: it says so, nothing continues, and the code is one press away',
    async (_what, give, says) => {
      const on = await openCapture({ confirmBy: 'retype' })
      on.field().focus()
      give(on)
      await settle(1)
      act(() => on.field().blur())
      expect(on.get('error')).toHaveTextContent(says)
      expect(on.get('error')).toHaveAttribute('role', 'alert')
      expect(on.field()).toBeInvalid()
      expect(on.field()).toHaveAccessibleDescription(on.get('error').textContent!)
      await on.confirm()
      expect(on.completions).toEqual([])
      expect(document.activeElement).toBe(on.field())
      const kept = on.field().value
      on.press('show-code')
      expect(on.code()).toBe(newCode)
      expect(on.field().value, 'the text is kept').toBe(kept)
      on.type(newCode)
      await on.confirm()
      expect(on.completions).toHaveLength(1)
    },
  )
})

it('H13 wrong twenty times, then right', async (test) => {
  const on = await openCapture({ confirmBy: 'retype' })
  for (let attempt = 0; attempt < 20; attempt += 1) {
    on.type(wrong)
    on.press('continue')
    expect(on.get('error')).toHaveTextContent('Group 3 is different.')
    on.press('show-code')
    expect(on.code()).toBe(newCode)
  }
  on.type(newCode)
  await on.confirm()
  expect(on.completions).toHaveLength(1)
  proves(test, ['N6', 'N7'], '20 mismatches → 0 lock-outs, fixed: once')
})

it('H13 shows no error while the person is still typing', async () => {
  const on = await openCapture({ confirmBy: 'retype' })
  on.field().focus()
  for (let length = 1; length < newCode.length; length += 1) {
    on.type(wrong.slice(0, length))
    expect(on.find('error')).toBeNull()
    expect(on.field()).toBeValid()
  }
  act(() => on.field().blur())
  expect(on.get('error')).toBeVisible()
})

it('H13 reads the same file again if it was changed and picked again', async () => {
  const on = await openCapture({ confirmBy: 'retype' })
  const input = picker(on)
  let value = 'C:\\fakepath\\recovery-code.txt'
  Object.defineProperty(input, 'value', {
    get: () => value,
    set(next: string) {
      value = next
    },
    configurable: true,
  })
  pick(input, file(saved))
  await settle(1)
  expect(value, 'picked again, it is a change').toBe('')
  expect(on.get('hint')).toHaveTextContent('It matches.')
})

it('H13 announces a save in progress next to a matching copy', async () => {
  const platform = { ...answering('done'), copy: () => new Promise<'done'>(() => {}) }
  const on = await openCapture({ confirmBy: 'retype', platform })
  on.type(newCode)
  await on.save('copy')
  await on.confirm()
  expect(on.get('error')).toHaveTextContent('Wait a moment: the code is still being saved.')
  expect(on.container.querySelectorAll(`[id="${on.get('error').id}"]`)).toHaveLength(1)
  fireEvent.focus(on.field())
  expect(on.completions).toEqual([])
})

it.each<[string, (on: CapturePage) => void]>([
  ['picked', picked(file(saved.replace(newCode, oldCode)))],
  ['dropped', dropped(file(saved.replace(newCode, oldCode)))],
])('H13 reports a wrong file that is %s at once, not on blur', async (_how, give) => {
  const on = await openCapture({ confirmBy: 'retype' })
  give(on)
  await settle(1)
  expect(on.get('error')).toHaveTextContent('This is the old code')
})

describe('H17 the downloaded file matches', () => {
  it.each([
    ['24 letters', 'MAXIMILIANFREUDENBERGOST'],
    ['another code', oldCode],
    ['an Auth0 user id', 'auth0|5f7c8ec7c33c6c004bbafe82'],
    ['two lines', `Mira\n${oldCode}`],
    ['half a character', 'Mira \ud83d'],
    ['right to left', '\u202eמירה כהן'],
    ['more than is read', 'A'.repeat(70_000)],
  ])('with an account of %s', async (_what, given) => {
    let text = ''
    const keep = async (saved: string) => {
      text = saved
      return 'done' as const
    }
    const platform: CapturePlatform = {
      ...answering('done'),
      share: keep,
      download: (saved) => keep(saved.text),
    }
    const on = await openCapture({ confirmBy: 'retype', site: given, account: given, platform })
    for (const way of ['share', 'download']) {
      await on.save(way)
      pick(picker(on), file(text))
      await settle(1)
      expect(on.get('hint')).toHaveTextContent('It matches. Your copy is good.')
      on.type('')
    }
    await on.confirm()
    expect(on.completions).toEqual([])
    pick(picker(on), file(text))
    await settle(1)
    await on.confirm()
    expect(on.completions).toHaveLength(1)
  })
})

it('H13 what was retyped for one code is not in the field for the next', async () => {
  const page = (newRecoveryCode: string) => (
    <Enrolment {...{ newRecoveryCode }} confirmBy="retype" onConfirm={() => undefined} />
  )
  const on = open(page(newCode))
  on.type(newCode)
  expect(on.get('hint')).toHaveTextContent('It matches.')
  on.rerender(page(oldCode))
  await settle()
  expect(on.field()).toHaveValue('')
  expect(on.get('hint')).not.toHaveTextContent('It matches.')
})
