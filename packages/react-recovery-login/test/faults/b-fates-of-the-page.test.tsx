import { Component, useState, type ReactNode, Suspense } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, test } from 'vitest'
import { canaries } from '../canaries.ts'
import {
  expectFinished,
  Hiding,
  newMfaToken,
  open,
  said,
  settle,
  signIn,
  submitCode,
  type SignIn,
} from './harness.tsx'
import { proves } from './runs.ts'
import { success } from './wire.ts'

const { newCode } = canaries

type View = (page: SignIn['page']) => ReactNode

const shown: View = (page) => page()
const gone: View = () => null
const hiding =
  (hidden: boolean): View =>
  (page) => <Hiding hidden={hidden}>{page()}</Hiding>
const keyed =
  (key: string): View =>
  (page) => <main key={key}>{page()}</main>
const guarded =
  (attempt: number, broken = false): View =>
  (page) => (
    <Boundary key={attempt}>
      <OwnClient>
        {page()}
        {broken && <Bomb />}
      </OwnClient>
    </Boundary>
  )
const suspending =
  (waiting: boolean): View =>
  (page) => (
    <Suspense fallback={<p>One moment</p>}>
      {page()}
      {waiting && <Waits />}
    </Suspense>
  )
const withProps =
  (props: () => Parameters<SignIn['page']>[0]): View =>
  (page) =>
    page(props())
const elsewhere = { endpoint: '/login/recovery-code', fetch: () => Promise.reject(new Error()) }

/** What happens to the page: its first view, the next ones, and when the answer arrives. */
const fates: readonly [name: string, ...(View | 'answer')[]][] = [
  ['B1 unmounted when the answer comes, mounted after', shown, gone, 'answer', shown],
  ['B1 mounted again before the answer', shown, gone, shown, 'answer'],
  ['B2 another route and back', shown, () => <p>Elsewhere</p>, 'answer', keyed('back')],
  ['B3 hidden when the answer comes', hiding(false), hiding(true), 'answer', hiding(false)],
  ['B3 hidden and shown before the answer', hiding(false), hiding(true), hiding(false), 'answer'],
  [
    'B7 an error boundary above, with the QueryClient inside it',
    guarded(1),
    guarded(1, true),
    'answer',
    guarded(2),
  ],
  [
    'B7 the same, mounted again before the answer',
    guarded(1),
    guarded(1, true),
    guarded(2),
    'answer',
  ],
  ['B7 an error boundary above the new code', guarded(1), 'answer', guarded(1, true), guarded(2)],
  ['B13 another mfa token', shown, withProps(() => ({ mfaToken: newMfaToken() })), 'answer'],
  [
    'B13 no longer an mfa token',
    shown,
    withProps(() => ({ mfaToken: '' })),
    'answer',
    withProps(() => ({ mfaToken: '' })),
    shown,
  ],
  [
    'B13 a transport with a mistake in it',
    shown,
    withProps(() => ({ transport: { endpoint: 'http://shop.example/' } })),
    'answer',
    shown,
  ],
  ['B13 another transport', shown, withProps(() => ({ transport: elsewhere })), 'answer'],
  [
    'B13 other labels, format and confirmBy',
    shown,
    withProps(() => ({
      labels: { 'form.submit': 'Go' },
      format: { length: 24, alphabet: 'ABC', groupSize: 4 },
      site: 'Example',
    })),
    'answer',
  ],
  [
    'B14 suspended above when the answer comes',
    suspending(false),
    suspending(true),
    'answer',
    suspending(false),
  ],
  [
    'B14 suspended and back before the answer',
    suspending(false),
    suspending(true),
    suspending(false),
    'answer',
  ],
  [
    'B14 another instance, as hot reloading makes it',
    keyed('one'),
    keyed('two'),
    'answer',
    keyed('three'),
  ],
]

/** The host's app around the page, new for each run. */
const hosts: Record<string, () => (tree: ReactNode) => ReactNode> = {
  'the host’s QueryClient'() {
    const client = new QueryClient()
    return (tree) => <QueryClientProvider client={client}>{tree}</QueryClientProvider>
  },
  'no provider': () => (tree) => tree,
}

describe.each(Object.entries(hosts))('%s', (_host, newHost) => {
  test.for(fates)('%s', async ([name, first, ...then], test) => {
    // The table's type: it begins with a view.
    if (typeof first !== 'function') throw new Error('The first entry must be a view.')
    for (const reactStrictMode of [true, false]) {
      const host = newHost()
      const sign = signIn()
      const on = open(host(first(sign.page)), { reactStrictMode })
      await submitCode(on)
      for (const next of then) {
        if (next === 'answer') sign.wire.answer(success)
        else on.rerender(host(next(sign.page)))
        await settle()
      }
      // React reports what a boundary caught; React 18 logs the component and the error separately.
      if (name.startsWith('B7'))
        for (const parts of said.splice(0))
          expect(parts.join()).toMatch(/The (?:host’s own fault\.|above error occurred in)/)
      expect(on.code(), `strict: ${reactStrictMode}`).toBe(newCode)
      await expectFinished(on, sign)
      on.unmount()
    }
    proves(test, ['N1', 'N2'], '2 of 2 codes shown: strict and not, fixed: once each')
  })
})

describe.each(Object.entries(hosts))('%s', (_host, newHost) => {
  it('L2 B1 hydration over a flow in progress', async (test) => {
    const host = newHost()
    const sign = signIn()
    const container = document.body.appendChild(document.createElement('div'))
    container.innerHTML = renderToString(host(sign.page()))
    const first = open(host(sign.page()))
    await submitCode(first)
    const hydrated = open(host(sign.page()), { container, hydrate: true, reactStrictMode: true })
    await settle(1)
    expect(hydrated.get('submit')).toHaveAttribute('aria-busy', 'true')
    await sign.answer(success)
    expect([first.code(), hydrated.code()]).toEqual([newCode, newCode])
    await expectFinished(hydrated, sign)
    expect(first.heading()).toBe('You are signed in')
    proves(test, 'N2', '2 pages show the code, 0 warnings')
  })
})

it('B6 the host’s QueryClient is cleared and replaced while the request is open', async (test) => {
  for (const replaced of [false, true]) {
    const client = new QueryClient()
    const sign = signIn()
    const under = (client: QueryClient) => (
      <QueryClientProvider client={client}>{sign.page()}</QueryClientProvider>
    )
    const on = open(under(client), { reactStrictMode: true })
    await submitCode(on)
    act(() => client.clear())
    if (replaced) on.rerender(under(new QueryClient()))
    await sign.answer(success)
    act(() => client.clear())
    expect(on.code()).toBe(newCode)
    await expectFinished(on, sign)
    on.unmount()
  }
  proves(test, 'N2', '2 of 2 codes shown: cleared, replaced, fixed: once each')
})

class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError() {
    return { broken: true }
  }
  override render() {
    return this.state.broken ? <p>Something went wrong</p> : this.props.children
  }
}

function OwnClient({ children }: { children: ReactNode }) {
  const [client] = useState(() => new QueryClient())
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

const fault = new Error('The host’s own error.')
function Bomb(): ReactNode {
  throw fault
}

const never = new Promise<void>(() => undefined)
function Waits(): ReactNode {
  // How a component suspends in both React 18 and 19.
  throw never
}
