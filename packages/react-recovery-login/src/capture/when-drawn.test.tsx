import { afterEach, describe, expect, it, vi } from 'vitest'
import { whenDrawn } from './when-drawn.ts'

// jsdom has no layout, so neither API.
const observing = new Set<{ observed: Element[]; resized(): void }>()
class Observer {
  readonly observed: Element[] = []
  readonly resized: () => void
  constructor(resized: () => void) {
    this.resized = resized
    observing.add(this)
  }
  observe(element: Element) {
    this.observed.push(element)
  }
  disconnect() {
    observing.delete(this)
  }
}
const resize = () => observing.forEach(({ resized }) => resized())
afterEach(() => {
  vi.unstubAllGlobals()
  observing.clear()
})

/** An element in a page, and what `checkVisibility` returns. */
function place(drawn?: () => boolean) {
  const parent = document.createElement('div')
  const element = parent.appendChild(document.createElement('code'))
  if (drawn) Object.assign(element, { checkVisibility: drawn })
  return { parent, element, shown: vi.fn<() => void>() }
}

describe('calls back at once', () => {
  it.each<[string, boolean, (() => boolean) | undefined]>([
    ['if it is drawn', true, () => true],
    ['if the browser cannot tell', true, undefined],
    ['if the browser has no ResizeObserver', false, () => false],
  ])('%s', (_when, canWait, drawn) => {
    if (canWait) vi.stubGlobal('ResizeObserver', Observer)
    const { element, shown } = place(drawn)
    whenDrawn(element, shown)()
    expect(shown).toHaveBeenCalledOnce()
    expect(observing.size).toBe(0)
  })
})

it('calls back once it is drawn, and never again', () => {
  vi.stubGlobal('ResizeObserver', Observer)
  let drawn = false
  const { parent, element, shown } = place(() => drawn)
  whenDrawn(element, shown)
  expect([...observing].map(({ observed }) => observed)).toEqual([[element, parent]])
  resize()
  expect(shown).not.toHaveBeenCalled()
  drawn = true
  resize()
  resize()
  expect(shown).toHaveBeenCalledOnce()
  expect(observing.size).toBe(0)
})

it('does not call back after the wait was stopped', () => {
  vi.stubGlobal('ResizeObserver', Observer)
  let drawn = false
  const { element, shown } = place(() => drawn)
  whenDrawn(element, shown)()
  drawn = true
  resize()
  expect(shown).not.toHaveBeenCalled()
})
