import {
  answerAs,
  answerWith,
  closedWithoutAnswer,
  cutAt,
  drip,
  endOfCode,
  inOrder,
  instead,
  resetBeforeAnything,
  resetBeforeHeaders,
  withoutPermission,
} from './faults.ts'
import type { Fault } from './fault-server.ts'

export interface FaultCase {
  /** Starts with the id of its case. */
  readonly name: string
  readonly fault: Fault
  /** What the person ends up with. */
  readonly ends: 'unknown' | 'new-code' | 'rescued'
  /** Whether the server had spent the code. */
  readonly spent: boolean
  /** Only a browser sees it. */
  readonly inBrowser?: true
}

const unknown = { ends: 'unknown', spent: true } as const
const shown = { ends: 'new-code', spent: true } as const

const utf8 = (body: string) => Buffer.from(body)
const page =
  '<!doctype html><title>Hotel</title><h1>Accept the terms</h1><script>window.ran=1</script>'
const json = 'application/json'

const redirects = [301, 302, 303, 307, 308].map((status) => ({
  name: `D8 a redirect with ${status}`,
  fault: answerWith(status, {}, { location: '/elsewhere' }),
  ends: 'unknown' as const,
  spent: false,
}))

const failures = [500, 502, 503, 504, 408, 425].flatMap((status) => [
  {
    name: `${status < 500 ? 'D12' : 'D11'} ${status} as a page`,
    fault: instead(status, 'text/html', page),
    ...unknown,
  },
  {
    name: `${status < 500 ? 'D12' : 'D11'} ${status} as JSON`,
    // Not a refusal, whatever it says: a proxy may have sent it.
    fault: instead(status, json, '{"error":"invalid_grant"}'),
    ...unknown,
  },
])

/** Faults that a person may meet once, each in a sign-in with the right code. */
export const faultCases: readonly FaultCase[] = [
  {
    name: 'D2 reset before the server did anything',
    fault: resetBeforeAnything,
    ends: 'unknown',
    spent: false,
  },
  { name: 'D2 reset before the headers', fault: resetBeforeHeaders, ...unknown },
  { name: 'D2 closed without an answer', fault: closedWithoutAnswer, ...unknown },
  { name: 'D3 cut after the headers', fault: cutAt(() => 0, 'code first'), ...unknown },
  {
    name: 'D3 cut within the code',
    fault: cutAt((body) => endOfCode(body) - 2, 'code first'),
    ...unknown,
  },
  { name: 'D4 a drip, byte by byte', fault: drip, ...shown },
  {
    name: 'D6 an answer that CORS keeps from the page',
    fault: withoutPermission,
    ...unknown,
    inBrowser: true,
  },
  ...redirects,
  { name: 'D9 a page from a captive portal', fault: instead(200, 'text/html', page), ...unknown },
  { name: 'D10 nothing', fault: instead(200, json, ''), ...unknown },
  {
    name: 'D10 204',
    fault: async ({ serve, response }) => {
      await serve()
      response.removeHeader('content-length')
      response.writeHead(204).end()
    },
    ...unknown,
  },
  ...['null', '[]', '"x"', '{}', 'true'].map((body) => ({
    name: `D10 ${body}`,
    fault: instead(200, json, body),
    ...unknown,
  })),
  ...failures,
  {
    name: 'D13 gzip that is not gzip',
    fault: answerAs({ 'content-type': json, 'content-encoding': 'gzip' }, utf8),
    ...unknown,
  },
  {
    name: 'D13 UTF-8 labelled Latin-1',
    fault: answerAs({ 'content-type': `${json}; charset=iso-8859-1` }, utf8),
    ...shown,
  },
  {
    name: 'D13 UTF-16',
    fault: answerAs({ 'content-type': `${json}; charset=utf-16le` }, (body) =>
      Buffer.from(body, 'utf16le'),
    ),
    ...unknown,
  },
  {
    name: 'D13 a byte order mark',
    fault: answerAs({ 'content-type': json }, (body) => utf8(`\uFEFF${body}`)),
    ...shown,
  },
  {
    name: 'D13 a length that is too short, within the code',
    fault: async ({ serve, response }) => {
      const body = inOrder(await serve(), 'code first')
      response.setHeader('content-length', endOfCode(body) - 2)
      response.write(body, () => response.socket?.end())
    },
    ...unknown,
  },
  {
    name: 'D14 10 MB',
    fault: instead(200, json, new Uint8Array(10 * 1024 * 1024).fill(0x20)),
    ...unknown,
  },
  {
    name: 'D14 10 MB after the code',
    fault: answerAs({ 'content-type': json }, (body) =>
      utf8(inOrder(body, 'code first').replace(/}$/, `,"more":"${'x'.repeat(10 * 1024 * 1024)}"}`)),
    ),
    ends: 'rescued',
    spent: true,
  },
]
