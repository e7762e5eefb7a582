import { act } from '@testing-library/react'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { answering } from './capture-page.tsx'
import {
  open,
  reported,
  said,
  settle,
  signIn,
  submitCode,
  type Person,
  type SignIn,
} from './harness.tsx'
import { proves, runs } from './runs.ts'
import { refusal, success } from './wire.ts'

const { oldCode, newCode } = canaries

/** Does what a page translator does: wraps every text, including its own earlier ones, in a new element. */
function translate(page: Element): number {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  const texts: Node[] = []
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (text.textContent?.trim() && !text.parentElement?.closest('[translate="no"], .notranslate'))
      texts.push(text)
  }
  for (const text of texts) {
    const font = document.createElement('font')
    text.parentNode?.replaceChild(font, text)
    font.append(
      Object.assign(document.createElement('font'), { textContent: `∼${text.textContent}` }),
    )
  }
  return texts.length
}

/** Each stop of the longest way through, and what must be on screen there. */
interface Stop {
  readonly go: (on: Person, attempt: SignIn) => unknown
  readonly shows: RegExp
}
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000))
const press = (part: string) => (on: Person) => on.press(part)
/** A remount loses what the person did, but not the flow and its code. */
const pressIfThere = (part: string) => (on: Person) => on.find(part) && on.press(part)
const submit = async (on: Person) => {
  await submitCode(on)
  if (on.get('form').getAttribute('data-rrl-state') === 'prompt') await submitCode(on)
}
const confirm = (on: Person) => {
  if (!on.get<HTMLInputElement>('checkbox').checked) on.tick()
  on.press('continue')
}
const stops: readonly Stop[] = [
  { go: (on) => on.type(oldCode.slice(0, 20)), shows: /20 of 24/ },
  { go: press('submit'), shows: /This code has 20 characters/ },
  { go: (on) => on.type('123456'), shows: /24 letters and numbers/ },
  { go: press('submit'), shows: /looks like a code from an app/ },
  { go: submit, shows: /Checking your code/ },
  { go: () => pass(10), shows: /taking longer than usual/ },
  {
    go: (_on, { wire }) => wire.answer(refusal, { status: 403 }),
    shows: /That code was not accepted/,
  },
  { go: submit, shows: /Checking your code/ },
  {
    go: (_on, { wire }) => wire.answer({}, { status: 429, headers: { 'retry-after': '90' } }),
    shows: /until you can try again/,
  },
  { go: () => pass(40), shows: /0:50/ },
  { go: () => pass(51), shows: /You can try again now/ },
  { go: submit, shows: /Checking your code/ },
  { go: () => pass(30), shows: /Still waiting for the answer/ },
  { go: (_on, { wire }) => wire.cut(), shows: /Try the same code once more/ },
  { go: press('retry'), shows: /Checking your code/ },
  { go: (_on, { wire }) => wire.answer(success), shows: /Save your new recovery code/ },
  { go: press('continue'), shows: /then tick this box/ },
  { go: press('save-action'), shows: /Is the code there/ },
  { go: pressIfThere('ask-no'), shows: /did not let us copy/ },
  { go: press('save-action'), shows: /Is the code there/ },
  { go: pressIfThere('ask-yes'), shows: /Now paste it where you keep it/ },
  { go: (on) => on.tick(), shows: /I have saved the new code/ },
  { go: confirm, shows: /The last step did not work/ },
  { go: confirm, shows: /You are signed in/ },
]

function longestWay(): SignIn & { readonly finished: string[] } {
  let failures = 1
  const finished: string[] = []
  const attempt = signIn({
    platform: answering('asked'),
    onComplete: async () => {
      if ((failures -= 1) >= 0) throw new Error('The host’s mistake.')
      finished.push('signed in')
    },
    ...{ onTryAnotherMethod: () => {}, onSupport: () => {}, onContinue: () => {} },
  })
  return { ...attempt, finished }
}

const isCapture = (index: number) => index >= 15 && index < 23

it('J1 a page translator rewrites every text in each state, and the next state still appears', async (test) => {
  vi.useFakeTimers()
  let rewritten = 0
  const attempt = longestWay()
  const on = open(attempt.page())
  rewritten += translate(on.container)
  for (const [index, { go, shows }] of stops.entries()) {
    await go(on, attempt)
    await settle()
    expect(on.container.textContent?.replaceAll('∼', ''), `stop ${index}`).toMatch(shows)
    if (isCapture(index)) expect(on.code(), `stop ${index}`).toBe(newCode)
    rewritten += translate(on.container)
    if (isCapture(index)) expect(on.code(), 'never translated').toBe(newCode)
  }
  expect(attempt.wire.posts).toHaveLength(4)
  expect(reported.splice(0)).toHaveLength(1)
  proves(
    test,
    'N2',
    `${stops.length} transitions, ${rewritten} texts rewritten → 0 crashes, fixed: once`,
  )
})

/** What extensions do to a page. */
const meddlings: Record<string, (element: Element) => void> = {
  'a sibling before': (element) => element.before(theirs()),
  'a sibling after': (element) => element.after(theirs()),
  'a child first': (element) => element.prepend(theirs()),
  'a child last': (element) => element.append(theirs()),
  'wraps it': (element) => {
    const wrapper = theirs()
    element.replaceWith(wrapper)
    wrapper.append(element)
  },
  'takes its own away': (element) =>
    element.querySelectorAll('x-extension:empty').forEach((own) => own.remove()),
  'an attribute': (element) => element.setAttribute('data-extension', 'here'),
}
const theirs = () => document.createElement('x-extension')

/** Where they do it: at inputs, and anywhere. */
const meddling = fc.record({
  how: fc.constantFrom(...Object.keys(meddlings)),
  where: fc.oneof(fc.constant('input'), fc.nat({ max: 60 })),
})

it('J2 extensions insert, wrap and remove elements, between any two states', async (test) => {
  const tries = runs(500, 25)
  let crashes = 0
  let done = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(meddling, { maxLength: 3 }), {
        minLength: stops.length,
        maxLength: stops.length,
      }),
      async (schedule) => {
        vi.useFakeTimers()
        const attempt = longestWay()
        const on = open(<main>{attempt.page()}</main>)
        for (const [index, { go }] of stops.entries()) {
          for (const { how, where } of schedule[index]!) {
            const elements = on.container.querySelectorAll(
              where === 'input' ? 'input' : '[data-rrl-part]',
            )
            const element = elements[where === 'input' ? 0 : where % elements.length]
            if (element) meddlings[how]?.(element)
          }
          await go(on, attempt)
          await settle()
          if (isCapture(index)) expect(on.code(), `stop ${index}`).toBe(newCode)
        }
        // A page remounted after that has nothing to show: the host has moved on.
        expect(attempt.finished).toEqual(['signed in'])
        expect(attempt.wire.posts).toHaveLength(4)
        done += 1
        crashes += said.splice(0).length
        reported.length = 0
        on.unmount()
        vi.useRealTimers()
      },
    ),
    { numRuns: tries },
  )
  proves(
    test,
    'N2',
    `${done} schedules of meddling → the code shown in all, ${crashes} crashes mended`,
  )
})
