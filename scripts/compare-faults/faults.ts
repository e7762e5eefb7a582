import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { SignIn } from './contender.ts'

export interface Fault {
  readonly name: string
  /** About a page or its QueryClient, so a client without one is skipped. */
  readonly page?: boolean
  /** A callback of the app's MutationCache throws. */
  readonly throwingHost?: boolean
  /** What the server answers instead of a success. */
  readonly body?: (good: Readonly<Record<string, unknown>>) => object
  /** Answers for the server: the request never arrives. */
  readonly instead?: (response: ServerResponse) => void
  /** What happens to each answer in transit. */
  readonly wire?: (response: ServerResponse, body: string) => unknown
  /** No client could read a new code. */
  readonly unreadable?: boolean
  /** What the person does. Default one submit. */
  readonly acts?: (page: SignIn, online: (on: boolean) => void) => unknown
}

export const faults: readonly Fault[] = [
  { name: 'none: all goes well' },
  {
    name: 'connection reset before the headers',
    wire: ({ socket }) => socket?.resetAndDestroy(),
    unreadable: true,
  },
  {
    name: 'connection reset in the body, after the code',
    async wire(response, body) {
      response.setHeader('content-length', body.length)
      response.write(body.slice(0, body.indexOf(',"expires_in"')))
      // A reset may overtake what was written: let it arrive first.
      await wait(200)
      response.socket?.resetAndDestroy()
    },
  },
  {
    name: 'HTML with status 200 (a captive portal)',
    instead: (response) =>
      void response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Wi-Fi</title><h1>Welcome</h1>'),
  },
  {
    name: 'an answer after 12 s',
    async wire(response, body) {
      await wait(12_000)
      response.end(body)
    },
  },
  {
    name: 'submit while offline, leave, online again',
    async acts(page, online) {
      online(false)
      page.submit()
      await wait(500)
      page.leave()
      online(true)
    },
  },
  {
    name: 'two submits in one tick',
    acts(page) {
      page.submit()
      page.submit()
    },
  },
  {
    name: 'an ID token that this clock calls expired',
    body: (good) => ({ ...good, id_token: idToken({ exp: 1_000_000_000 }) }),
  },
  {
    name: 'no access token in the answer',
    body: (good) => ({ ...good, access_token: undefined }),
  },
  { name: 'the app’s onSuccess throws', page: true, throwingHost: true },
  {
    name: 'the page is left and entered again meanwhile',
    page: true,
    wire: async (response, body) => {
      await wait(1_000)
      response.end(body)
    },
    async acts(page) {
      page.submit()
      await wait(300)
      page.leave()
      await wait(1_500)
      page.comeBack()
    },
  },
]

/** Unsigned: nothing here checks a signature. */
export function idToken(claims: object): string {
  return [{ alg: 'RS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2ln')
    .join('.')
}
