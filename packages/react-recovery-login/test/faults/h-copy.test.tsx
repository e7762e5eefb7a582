import { act, fireEvent } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { openCapture, selected, withClipboard } from './capture-page.tsx'
import { settle } from './harness.tsx'
import { proves } from './runs.ts'

const { newCode } = canaries
afterEach(() => vi.unstubAllGlobals())

const faults: Record<string, () => void> = {
  'is absent': () => {},
  rejects: () => withClipboard(() => Promise.reject(new DOMException('', 'NotAllowedError'))),
  throws: () =>
    withClipboard(() => {
      throw new TypeError('No clipboard here.')
    }),
  'hangs for 5 s': () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    withClipboard(() => new Promise(() => {}))
  },
}

it.for(Object.entries(faults))('H2 the clipboard %s', async ([name, breakIt], test) => {
  const on = await openCapture({ confirmBy: 'action' })
  breakIt()
  await on.save('copy')
  if (vi.isFakeTimers()) {
    expect(on.find('alert')).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(5000))
  }
  await settle(1)
  expect(on.action('copy')).toHaveTextContent('Copy code')
  expect(on.get('status')).toHaveTextContent('')
  expect(on.get('alert')).toHaveAttribute('role', 'alert')
  expect(on.get('alert')).toHaveTextContent(
    'Your browser did not let us copyThe code above is selected for you. Press Ctrl + C to copy it.',
  )
  expect(selected()).toBe(newCode)
  await on.confirm()
  expect(on.completions, 'a failed copy is no save').toEqual([])
  expect(on.events.at(-1)).toEqual({ type: 'confirm-blocked' })
  proves(test, 'N8', `a clipboard that ${name} → 0 claims, fixed: once`)
})

it('H2 on a touch screen it explains copying by touch', async () => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(pointer: coarse)' }))
  const on = await openCapture()
  await on.save('copy')
  expect(on.get('alert')).toHaveTextContent('Hold your finger on the code above and choose Copy.')
})

it('H5 Copy pressed 100 times', async (test) => {
  const presses = 100
  withClipboard(() => Promise.resolve())
  const on = await openCapture()
  const heard: string[] = []
  const listener = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node.textContent) heard.push(node.textContent)
  })
  listener.observe(on.get('status'), { childList: true, subtree: true, characterData: true })
  for (let press = 0; press < presses; press += 1) {
    await on.save('copy')
    expect(on.heard()).toEqual([
      'Copied. Now paste it where you keep it, such as a password manager.',
    ])
  }
  expect(new Set(heard).size).toBe(1)
  expect(heard, 'each press is a new message').toHaveLength(presses)
  proves(test, ['N8', 'N10'], `${presses} presses → ${heard.length} messages, one at a time`)
})

it('H5 a failed copy after a good one removes “Copied”', async () => {
  let works = true
  withClipboard(() => (works ? Promise.resolve() : Promise.reject(new Error('No.'))))
  const on = await openCapture()
  await on.save('copy')
  expect(on.action('copy')).toHaveTextContent('Copied')
  works = false
  await on.save('copy')
  expect(on.action('copy')).toHaveTextContent('Copy code')
  expect(on.heard()).toEqual([expect.stringMatching(/^Your browser did not let us copy/)])
  works = true
  fireEvent.click(on.action('copy'))
  await settle(1)
  expect(on.action('copy')).toHaveTextContent('Copied')
})
