import { commits } from './count-commits.ts'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import 'react-recovery-login/styles.css'
import { contestants } from './contestants/contestants.ts'

/** What the bench calls in the browser. Every figure is for one contestant; the runner interleaves them. */
export interface Bench {
  readonly names: readonly string[]
  /** Commits. */
  mount(name: string): Promise<number>
  /** Commits of 24 keystrokes. */
  keys(name: string): Promise<number>
  /** Milliseconds for many runs, because a page's clock is coarse. */
  time(name: string, what: 'mount' | 'keys'): number
  flow(name: string): Promise<{ commits: number; requests: number; shift: number }>
  flows(name: string, count: number): Promise<void>
}

const CODE = 'K6LGLV3RSH3VERMKET8L7QKU'
let requests = 0
let tokens = 0
let shift = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      readonly value: number
      readonly hadRecentInput: boolean
    }
    if (!hadRecentInput) shift += value
  }
}).observe({ type: 'layout-shift', buffered: true })

const endpoint: typeof fetch = async () => {
  requests += 1
  const body = { access_token: 'a', token_type: 'Bearer', recovery_code: CODE }
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
}

function open(name: string, onComplete: () => void = () => undefined) {
  const Contestant = contestants[name]
  if (Contestant === undefined) throw new Error(`no contestant ${name}`)
  const host = document.body.appendChild(document.createElement('main'))
  const root = createRoot(host)
  const mfaToken = `token-${(tokens += 1)}`
  flushSync(() =>
    root.render(<Contestant fetch={endpoint} mfaToken={mfaToken} onComplete={onComplete} />),
  )
  return {
    host,
    close() {
      flushSync(() => root.unmount())
      host.remove()
    },
  }
}

const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set

function type(field: HTMLInputElement, text: string): void {
  setValue?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const TURNS = 50

function typeAll(host: HTMLElement): void {
  const field = host.querySelector('input')
  if (field === null) throw new Error('no field')
  for (let length = 1; length <= CODE.length; length += 1) type(field, CODE.slice(0, length))
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

async function until<Found>(find: () => Found | null | undefined | false): Promise<Found> {
  for (let turn = 0; turn < 200; turn += 1) {
    const found = find()
    if (found) return found
    await settled()
  }
  throw new Error('the page did not get there')
}

const bench: Bench = {
  names: Object.keys(contestants),
  async mount(name) {
    const before = commits()
    const page = open(name)
    // A form that subscribes to its own state commits a second time after the first paint.
    await settled()
    const counted = commits() - before
    page.close()
    return counted
  },
  async keys(name) {
    const page = open(name)
    await settled()
    const before = commits()
    typeAll(page.host)
    await settled()
    const counted = commits() - before
    page.close()
    return counted
  },
  time(name, what) {
    if (what === 'mount') {
      const start = performance.now()
      for (let turn = 0; turn < TURNS; turn += 1) open(name).close()
      return performance.now() - start
    }
    const page = open(name)
    const start = performance.now()
    for (let turn = 0; turn < TURNS; turn += 1) typeAll(page.host)
    const milliseconds = performance.now() - start
    page.close()
    return milliseconds
  },
  async flow(name) {
    let complete = false
    const page = open(name, () => (complete = true))
    await settled()
    const field = page.host.querySelector('input')
    if (field === null) throw new Error('no field')
    type(field, CODE)
    const before = { commits: commits(), requests, shift }
    page.host.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    await until(() =>
      page.host
        .querySelector('[data-new-code], [data-rrl-part=code]')
        ?.textContent?.includes('K6LG'),
    )
    const counted = commits() - before.commits
    page.host.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
    await settled()
    page.host
      .querySelector<HTMLButtonElement>('[data-rrl-part=continue], section > button')
      ?.click()
    await until(() => complete)
    await settled()
    page.close()
    return {
      commits: counted,
      requests: requests - before.requests,
      shift: shift - before.shift,
    }
  },
  async flows(name, count) {
    for (let turn = 0; turn < count; turn += 1) await bench.flow(name)
  },
}

Object.assign(window, { bench })
