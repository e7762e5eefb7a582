import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { RecoveryCodeChallengeProps } from 'react-recovery-login'
import { describe, expect, test, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { expectFinished, open, reported, signIn, submitCode } from './harness.tsx'
import { proves } from './runs.ts'
import { unhandledWithin } from './unhandled.ts'
import { success } from './wire.ts'

const { newCode } = canaries
const strict = { reactStrictMode: true }
const fault = new Error('The host’s own error.')

const hostile: Record<string, () => unknown> = {
  throws: () => {
    throw fault
  },
  rejects: () => Promise.reject(fault),
  'never settles': () => new Promise(() => undefined),
}
const callbacks = ['onMutate', 'onSuccess', 'onError', 'onSettled'] as const

/** The callbacks a host can set for every mutation of its app. */
const placements: Record<string, (callback: Record<string, () => unknown>) => QueryClient> = {
  'the MutationCache': (callback) =>
    new QueryClient({ mutationCache: new MutationCache(callback) }),
  'the default options': (mutations) => new QueryClient({ defaultOptions: { mutations } }),
  'the defaults of the mutation key'(mutation) {
    const client = new QueryClient()
    client.setMutationDefaults(['recovery-code'], mutation)
    return client
  },
  'the cache’s own subscribers'(callback) {
    const client = new QueryClient()
    client.getMutationCache().subscribe(() => void Object.values(callback)[0]?.())
    return client
  },
}

describe.each(Object.keys(placements))('in %s', (placement) => {
  describe.each(callbacks)('%s', (name) => {
    test.for(Object.entries(hostile))('B4 B5 C8 %s', async ([, misbehave], test) => {
      const unhandled = await unhandledWithin(async () => {
        const callback = vi.fn(misbehave)
        const client = placements[placement]?.({ [name]: callback }) ?? new QueryClient()
        const sign = signIn()
        const on = open(
          <QueryClientProvider client={client}>{sign.page()}</QueryClientProvider>,
          strict,
        )
        await submitCode(on)
        await sign.answer(success)
        expect(on.code()).toBe(newCode)
        expect(sign.events).toContainEqual(expect.objectContaining({ type: 'answered' }))
        await expectFinished(on, sign)
        // Cache callbacks see every mutation; defaults apply only to the app's own.
        if (placement.includes('default')) expect(callback).not.toHaveBeenCalled()
      })
      // Only the host's own error is reported.
      expectOnlyTheFault([...unhandled, ...reported.splice(0)])
      proves(test, ['N1', 'N2'], 'the code is shown, fixed: once')
    })
  })
})

function expectOnlyTheFault(reasons: readonly unknown[]) {
  for (const reason of reasons) expect(reason).toBe(fault)
}

type Props = Partial<RecoveryCodeChallengeProps>
/** Host props that only fail once the answer has arrived. */
const broken: readonly [name: string, props: () => Props][] = [
  ['onEvent throws', () => ({ onEvent: hostile['throws'] })],
  ['onEvent rejects', () => ({ onEvent: hostile['rejects'] })],
  ['onEvent never settles', () => ({ onEvent: hostile['never settles'] })],
  [
    'its clock throws',
    () => ({
      now: () => {
        throw fault
      },
    }),
  ],
  ['its clock returns NaN', () => ({ now: () => Number.NaN })],
  ['its clock returns a time beyond any date', () => ({ now: () => 1e300 })],
  [
    'its file name throws',
    () => ({
      fileName: () => {
        throw fault
      },
    }),
  ],
  [
    'its platform throws in offers',
    () => ({
      platform: {
        offers: () => {
          throw fault
        },
      },
    }),
  ],
  [
    'its format has empty groups',
    () => ({ format: { length: 24, alphabet: 'ABC', groupSize: 0 } }),
  ],
  ['its locale is malformed', () => ({ labels: { locale: 'en_US' } })],
]

test.for(broken)('B8 shows the new code although %s', async ([, props], test) => {
  const { onEvent, ...others } = props()
  const sign = signIn(onEvent ? { ...others, onEvent } : others)
  const on = open(sign.page(), strict)
  await submitCode(on)
  await sign.answer(success)
  expect(on.code()).toBe(newCode)
  await expectFinished(on, sign)
  expectOnlyTheFault(reported.splice(0))
  proves(test, 'N2', 'the code is shown, fixed: once')
})
