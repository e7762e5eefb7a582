import { expect, it } from 'vitest'
import { withOwnRequest } from './with-own-request.ts'

interface Callbacks {
  readonly inFirstPlace: (request: Request) => unknown
  readonly inSecondPlace: (handle: string, request: Request) => unknown
  readonly together: (next: { readonly request: Request }, request: Request) => unknown
  readonly without: () => unknown
  readonly setting: number
}

it('K46 each callback gets the framework’s request, and everything else unchanged', () => {
  const request = new Request('https://app.example.com')
  const own = { headers: {} }
  const next = { request }
  const wrapped = withOwnRequest<Callbacks, typeof own>(
    {
      inFirstPlace: (...taken) => taken,
      inSecondPlace: (...taken) => taken,
      together: (...taken) => taken,
      without: (...taken) => taken,
      setting: 3,
    },
    new WeakMap([[request, own]]),
  )
  expect(wrapped.inFirstPlace(request)).toEqual([own])
  expect(wrapped.inSecondPlace('handle', request)).toEqual(['handle', own])
  expect(wrapped.together(next, request)).toEqual([next, own])
  expect(wrapped.without()).toEqual([])
  expect(wrapped.setting).toBe(3)
  const another = new Request('https://app.example.com')
  expect(wrapped.inFirstPlace(another)).toEqual([another])
})
