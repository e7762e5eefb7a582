// Imports one entry point and prints its exports and every side effect of importing it.
import { argv } from 'node:process'

const [, , door = ''] = argv
const did: string[] = []

// A minimal browser, so that code which checks for one first runs.
Object.assign(globalThis, { window: globalThis, document: new EventTarget() })
// The peers may have side effects.
for (const peer of ['react', 'react-dom', 'react-hook-form', '@tanstack/react-query', 'msw'])
  await import(peer)

for (const name of ['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'])
  Object.assign(globalThis, { [name]: () => did.push(`called ${name}`) })
for (const target of [EventTarget.prototype, globalThis])
  target.addEventListener = (type: string) => did.push(`listens to ${type}`)
const before = new Set(Reflect.ownKeys(globalThis))

const opened: object = await import(`react-recovery-login${door.slice(1)}`)

for (const key of Reflect.ownKeys(globalThis))
  if (!before.has(key)) did.push(`added ${String(key)}`)
console.log(JSON.stringify({ names: Object.keys(opened).toSorted(), did }))
