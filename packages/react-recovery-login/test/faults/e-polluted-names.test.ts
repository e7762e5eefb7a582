import { createRecoveryCodeHandler } from 'react-recovery-login/server'
import { expect, it, test } from 'vitest'
import { createRecoveryFlow } from '../../src/challenge/recovery-flow.ts'
import { options, post, secrets } from '../../src/server/server.fixture.ts'
import { canaries } from '../canaries.ts'
import { fetchNames, ourNames, responseNames, values, withInherited } from './polluted.ts'
import { refusedLook } from './wire.ts'
import { proves } from './runs.ts'
import { success, tokens } from './wire.ts'

const { newCode, oldCode } = canaries

/** One minimal answer of each kind: an absent member could be inherited. */
const answers: Record<string, () => Response> = {
  'tokens and a new code': () => Response.json(success),
  'tokens alone': () => Response.json(tokens),
  'a new code alone': () => Response.json({ recovery_code: newCode }),
  'a session': () => Response.json({ session: true }),
  'no session': () => Response.json({ session: false }),
  'a new code, cut off': () => new Response(`{"recovery_code":"${newCode}"`),
  'a refusal': () => Response.json({ error: 'invalid_grant' }, { status: 403 }),
  'a limit': () => new Response('', { status: 429 }),
  'another factor': () =>
    Response.json({ error: 'mfa_required', mfa_token: secrets.nextMfaToken }, { status: 403 }),
  'another factor, without a token': () =>
    Response.json({ error: 'mfa_required' }, { status: 403 }),
  'a failure': () => new Response('', { status: 500 }),
}

/** A record's own data. Boxes are opened. */
function own(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record
  if ('reveal' in record && typeof record.reveal === 'function') return record.reveal()
  const members = Object.entries(record).filter(
    ([, value]) => value !== undefined && typeof value !== 'function',
  )
  return new Map(members.map(([name, value]) => [name, own(value)]))
}

/** What a browser reads from an options bag: WebIDL also reads inherited members. */
function asRead(init: object = {}): unknown {
  const read = fetchNames.map((name): [string, unknown] => [name, Reflect.get(init, name)])
  return new Map(
    read.map(([name, value]) => [name, value instanceof URLSearchParams ? `${value}` : value]),
  )
}

/** From the typed code to the last step, as the flow and the host see it. */
async function signIn(answer: Response, endpoint?: string): Promise<unknown> {
  const seen: unknown[] = []
  const flow = createRecoveryFlow('mfa-token', (state) => void seen.push(own(state)))
  // A transport is the host's own object, so give it everything.
  const to =
    endpoint === undefined
      ? { domain: 'tenant.example', clientId: 'spa' }
      : { endpoint, credentials: 'same-origin' as const }
  const fetch = async (_url: unknown, init?: RequestInit) => {
    // A look for a lost answer, at a handler that holds none: when it comes is a matter of timers.
    if (String(init?.body).includes('repeat=')) return refusedLook()
    seen.push(asRead(init))
    return answer
  }
  const now = () => 0
  seen.push(own(await flow.submit(oldCode, { transport: { ...to, fetch }, now })))
  flow.complete((completion) => void seen.push(completion.tokens, completion.rotated))
  await new Promise((resolve) => void setImmediate(resolve))
  seen.push(own(flow.read()))
  return seen
}

/** From the browser's request to its answer. */
async function takeAtServer(
  answer: Response,
  request: Request,
  proof: object,
): Promise<Response | string> {
  sent.length = 0
  const handler = createRecoveryCodeHandler({
    domain: options.domain,
    clientId: options.clientId,
    ...proof,
    allowedOrigins: [],
    resolveMfaToken: undefined,
    clientAddress: undefined,
    onEvent: undefined,
    onTokens: options.onTokens,
    fetch: async (_url: unknown, init?: object) => {
      sent.push(asRead(init))
      return answer
    },
  } as never)
  return handler(request).catch(String)
}
const sent: unknown[] = []

async function read(answer: Response | string): Promise<unknown> {
  return typeof answer === 'string'
    ? answer
    : [answer.status, answer.statusText, [...answer.headers], await answer.text(), [...sent]]
}

const names = [...new Set([...ourNames, ...fetchNames, ...responseNames])]

test.for(Object.entries(answers))(
  'E13 E14 in the flow: %s, whatever name is inherited',
  async ([, answer], context) => {
    let tries = 0
    for (const endpoint of [undefined, 'https://login.example/code']) {
      const expected = await signIn(answer(), endpoint)
      for (const name of names)
        for (const value of values) {
          // The host's own options may inherit on purpose.
          if (endpoint !== undefined && name === 'clientId') continue
          const prepared = answer()
          const came = await withInherited(name, value, () => signIn(prepared, endpoint))
          expect(came, `${name}: ${String(value)}`).toEqual(expected)
          tries += 1
        }
    }
    proves(context, ['N1', 'N2', 'N9'], `${tries} sign-ins, ${names.length} names`)
  },
)

const proofs = [
  { clientSecret: secrets.clientSecret, clientAssertion: undefined },
  { clientAssertion: async () => secrets.assertion, clientSecret: undefined },
]

test.for(Object.entries(answers))(
  'E13 E14 in the handler: %s, whatever name is inherited',
  async ([, answer], context) => {
    let tries = 0
    for (const proof of proofs) {
      const expected = await read(await takeAtServer(answer(), post(), proof))
      for (const name of names)
        for (const value of values) {
          const [prepared, request] = [answer(), post()]
          const came = await withInherited(name, value, () =>
            takeAtServer(prepared, request, proof),
          )
          expect(await read(came), `${name}: ${String(value)}`).toEqual(expected)
          tries += 1
        }
    }
    proves(context, ['N2', 'N4', 'N9'], `${tries} requests, ${names.length} names`)
  },
)

it('E13 the names are the kit’s and this platform’s', () => {
  expect(names).toEqual(expect.arrayContaining(['newRecoveryCode', 'tokens', 'next', 'statusText']))
  expect(names).toEqual(
    expect.arrayContaining(['headers', 'mode', 'keepalive', 'integrity', 'signal', 'status']),
  )
})
