import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { confirm, open, settle, signIn, submitCode } from './harness.tsx'
import { fetchNames, ourNames, values, withInherited } from './polluted.ts'
import { proves, runs } from './runs.ts'
import { refusedLook, success, tokens } from './wire.ts'

/**
 * From the typed code to the last screen: every text on the way, what the host got, and the request options. The root
 * exists beforehand: no platform lets React create one while every object has a `signal`.
 */
async function walk(on: ReturnType<typeof open>, answer: Response): Promise<unknown> {
  const texts: (string | null)[] = []
  const inits: string[] = []
  const { page, completions, events } = signIn({
    transport: {
      endpoint: '/login/recovery-code',
      credentials: 'same-origin',
      domain: undefined,
      clientId: undefined,
      fetch: async (_url, init) => {
        // A look for a lost answer, at a handler that holds none.
        if (String(init?.body).includes('repeat=')) return refusedLook()
        // The body holds its own mfa token.
        const read = fetchNames
          .filter((name) => name !== 'body')
          .map((name) => [name, Reflect.get(Object(init), name)])
        inits.push(read.join())
        return answer
      },
    },
  })
  on.rerender(page())
  await submitCode(on)
  await settle()
  texts.push(on.container.textContent)
  if (on.find('checkbox') !== null) {
    await confirm(on)
    texts.push(on.container.textContent)
  }
  return { texts, inits, completions: [...completions], heard: events.length }
}

async function inRoot(run: (on: ReturnType<typeof open>) => Promise<unknown>): Promise<unknown> {
  const on = open(null)
  const came = await run(on)
  on.unmount()
  return came
}

const answers: Record<string, () => Response> = {
  'tokens and a new code': () => Response.json(success),
  'tokens alone': () => Response.json(tokens),
  'a session': () => Response.json({ session: true }),
  'a new code, cut off': () => new Response(JSON.stringify(success).slice(0, -1)),
  'a refusal': () => Response.json({ error: 'invalid_grant' }, { status: 403 }),
  'a failure': () => new Response('', { status: 500 }),
}
/**
 * Without names that break other libraries here: `body` and `status` break jsdom, and the field's own name
 * react-hook-form, so nothing is sent. e-polluted-names.test.ts tries all of them on the flow.
 */
const names = [...new Set([...ourNames, ...fetchNames])].filter(
  (name) => !['body', 'status', 'recoveryCode'].includes(name),
)

test.for(Object.entries(answers))(
  'E13 E14 on screen: %s, whatever name is inherited',
  async ([, answer], context) => {
    const expected = await inRoot((on) => walk(on, answer()))
    const unlike: string[] = []
    let tries = 0
    for (const [index, name] of names.entries())
      // One value per name in the daily run: e-polluted-names.test.ts tries each, without a page.
      for (const value of values.filter((_, at) => at === index % 4 || runs(1, 0))) {
        const prepared = answer()
        // React and react-hook-form break on a name that for…in sees.
        const came = await inRoot((on) =>
          withInherited(name, value, () => walk(on, prepared), false),
        )
        if (!isDeepStrictEqual(came, expected)) unlike.push(`${name}: ${String(value)}`)
        tries += 1
      }
    expect(unlike).toEqual([])
    proves(context, ['N1', 'N2', 'N9'], `${tries} sign-ins, ${names.length} names`)
  },
)
