import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, render } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { partsWithClass } from './every-part.ts'
import { Screens } from './screens.tsx'

const docs = join(import.meta.dirname, '../../../docs')
const read = (file: string) => readFileSync(join(docs, file), 'utf8')
const names = (cell: string) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name)
const sorted = (list: Iterable<string>) => [...new Set(list)].toSorted()

/** The table of parts in anatomy.mdx. An empty first cell continues the component above. */
const [, table = ''] = /^\| where .*\n\|[ |-]+\n((?:\|.*\n)+)/m.exec(read('anatomy.mdx')) ?? []
let above = ''
const rows = table
  .trim()
  .split('\n')
  .map((line) => {
    const [, where = '', parts = '', states = ''] = line.split('|').map((cell) => cell.trim())
    above = where.replaceAll('`', '') || above
    return { where: above, parts: names(parts), states: names(states) }
  })

const roots = {
  RecoveryCodeForm: 'form',
  NewRecoveryCodeNotice: 'notice',
  SaveConfirmation: 'confirmation',
  ChallengeMessage: 'message',
}

let page: HTMLElement
const partOf = (element: Element) => element.getAttribute('data-rrl-part') ?? ''
const partsIn = (selector: string) => sorted(Array.from(page.querySelectorAll(selector), partOf))

beforeEach(async () => {
  page = render(<Screens />).container
  // The message under a code that was held back.
  for (const [at, typed] of ['123456', 'H4TZ'].entries()) {
    const input = page.querySelectorAll('[data-rrl-part="input"]')[at]!
    fireEvent.input(input, { target: { value: typed } })
    fireEvent.submit(input.closest('form')!)
  }
  await expect.poll(() => partsIn('*')).toContain('send-anyway')
})

it('lists exactly the rendered parts', () => {
  expect(sorted(rows.flatMap(({ parts }) => parts))).toEqual(partsIn('[data-rrl-part]'))
})

it.each(Object.entries(roots))('lists the parts of %s under it', (component, root) => {
  const itself = `[data-rrl-part="${root}"]`
  const there = partsIn(`${itself}, ${itself} [data-rrl-part]`)
  const named = rows.filter(({ where }) => where === component).flatMap(({ parts }) => parts)
  expect(named).toContain(root)
  expect(there).toEqual(expect.arrayContaining(named))
})

it('lists the states that occur', () => {
  const shown = Array.from(page.querySelectorAll('[data-rrl-state]'), (element) => [
    partOf(element),
    element.getAttribute('data-rrl-state') ?? '',
  ])
  expect(shown.length).toBeGreaterThan(20)
  for (const [part = '', state = ''] of shown)
    // Its states are the steps.
    if (part !== 'message')
      expect(
        rows.filter(({ parts, states }) => parts.includes(part) && states.includes(state)),
        `${part} ${state}`,
      ).not.toEqual([])
})

it('says which parts take a class', () => {
  const [, table = ''] = /^\| component .*\n\|[ |-]+\n((?:\|.*\n)+)/m.exec(read('styling.md')) ?? []
  expect(sorted(names(table))).toEqual(sorted(partsWithClass))
})
