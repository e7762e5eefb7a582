import { afterEach, beforeAll, expect, it } from 'vitest'
import { canaries } from '../canaries.ts'
import { answering } from './capture-page.tsx'
import { open, settle, signIn, submitCode } from './harness.tsx'
import { proves } from './runs.ts'
import { success } from './wire.ts'

const { newCode } = canaries
const answer = JSON.stringify(success)

/** From the typed code to the finished sign-in. */
async function expectWholeSignIn(): Promise<void> {
  const { wire, page, completions } = signIn({ confirmBy: 'action', platform: answering('done') })
  const on = open(page())
  await submitCode(on)
  wire.answer(answer)
  await settle()
  expect(on.code()).toBe(newCode)
  on.press('continue')
  on.press('save-action')
  await settle()
  on.press('continue')
  await settle()
  expect(on.heading()).toBe('You are signed in')
  expect(completions).toEqual([expect.objectContaining({ rotated: true })])
  on.unmount()
}

// React listens on the document from its first root.
beforeAll(() => open(null).unmount())

const undo: (() => void)[] = []
afterEach(() => {
  for (const back of undo.splice(0)) back()
})

/** Sets a property on a built-in until the end of the test. */
function put(target: object, name: PropertyKey, descriptor: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(target, name)
  Object.defineProperty(target, name, { configurable: true, ...descriptor })
  undo.push(() =>
    before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name),
  )
}

/** Wraps a built-in: each call first does what another script does, then passes through. */
function wrap(target: object, name: PropertyKey): void {
  const original: unknown = Reflect.get(target, name)
  if (typeof original !== 'function') throw new Error(`${String(name)} is not a function.`)
  put(target, name, {
    writable: true,
    value(this: unknown, ...parts: unknown[]) {
      return Reflect.apply(original, this, parts)
    },
  })
}

const hidden = (value: unknown) => ({ writable: true, value })

/**
 * What React and react-hook-form survive: with an enumerable string on `Object.prototype`, the latter loops forever.
 */
const poisons: Record<string, () => void> = {
  'Array.prototype has a member that for…in sees': () =>
    put(Array.prototype, 'last', { ...hidden(() => 0), enumerable: true }),
  'Array.prototype has a second iterator': () =>
    put(Array.prototype, Symbol.iterator, hidden(Array.prototype[Symbol.iterator])),
  'Object.prototype holds a recovery code': () =>
    put(Object.prototype, 'recovery_code', hidden('AAAABBBBCCCCDDDDEEEEFFFF')),
  'Object.prototype holds a client secret': () =>
    put(Object.prototype, 'clientSecret', hidden('theirs')),
  'Object.prototype holds an error': () => put(Object.prototype, 'error', hidden('invalid_grant')),
  'Object.prototype holds a step': () => put(Object.prototype, 'step', hidden('complete')),
  'Object.prototype holds toJSON': () =>
    put(
      Object.prototype,
      'toJSON',
      hidden(() => 'theirs'),
    ),
  'String.prototype.toString is a getter': () =>
    put(String.prototype, 'toString', {
      get() {
        return () => String.prototype.valueOf.call(this)
      },
    }),
  'Promise.prototype.then is wrapped': () => wrap(Promise.prototype, 'then'),
  'Promise.race is wrapped': () => wrap(Promise, 'race'),
  'Array.prototype.map is wrapped': () => wrap(Array.prototype, 'map'),
  'Array.prototype.filter is wrapped': () => wrap(Array.prototype, 'filter'),
  'Array.prototype.includes is wrapped': () => wrap(Array.prototype, 'includes'),
  'String.prototype.replace is wrapped': () => wrap(String.prototype, 'replace'),
  'String.prototype.match is wrapped': () => wrap(String.prototype, 'match'),
  'JSON.parse is wrapped': () => wrap(JSON, 'parse'),
  'Map.prototype.get is wrapped': () => wrap(Map.prototype, 'get'),
  'Function.prototype.call is wrapped': () => wrap(Function.prototype, 'call'),
  'EventTarget.prototype.addEventListener is wrapped': () =>
    wrap(EventTarget.prototype, 'addEventListener'),
  'setTimeout is wrapped': () => wrap(globalThis, 'setTimeout'),
}

it.for(Object.entries(poisons))('J9 %s', async ([name, poison], test) => {
  poison()
  await expectWholeSignIn()
  proves(test, 'N2', `1 sign-in where ${name} → 0 crashes, fixed: once`)
})

/**
 * React needs `createElement` and `body`, and `addEventListener` before its first root: if they are clobbered, it
 * renders nothing.
 */
const names = [
  ...['fetch', 'URL', 'Blob', 'Response', 'Promise', 'navigator', 'document', 'location', 'crypto'],
  ...['getSelection', 'execCommand', 'addEventListener', 'matchMedia', 'print'],
  ...['setTimeout', 'reportError', 'submit', 'action', 'elements'],
]

it.for(names)('J10 elements named %s', async (name, test) => {
  const page = document.createElement('div')
  page.innerHTML = `<form id="${name}" name="${name}"><input id="${name}" name="${name}"></form>
    <img id="${name}" name="${name}"><a id="${name}" name="${name}" href="/theirs"></a>`
  document.body.prepend(page)
  undo.push(() => page.remove())
  await expectWholeSignIn()
  proves(test, 'N2', `1 sign-in beside elements named ${name} → unaffected, fixed: once`)
})
