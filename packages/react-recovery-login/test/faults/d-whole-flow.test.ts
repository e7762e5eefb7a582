import { afterAll, afterEach, beforeAll, expect, it, test, vi } from 'vitest'
import { createRecoveryFlow, type RecoveryFlow } from '../../src/challenge/recovery-flow.ts'
import { startFaultServer, type FaultServer } from '../fault-server/fault-server.ts'
import { faultCases } from '../fault-server/fault-cases.ts'
import { cutAt, endOfCode, type Order } from '../fault-server/faults.ts'
import { proves, runs } from './runs.ts'

vi.setConfig({ testTimeout: runs(600_000, 60_000) })

let server: FaultServer
beforeAll(async () => {
  server = await startFaultServer()
})
afterEach(() => {
  server.fault = undefined
  vi.useRealTimers()
})
afterAll(() => server.close())

/** A flow at its prompt, and what the server sees. */
async function begin() {
  const mfaToken = await server.signIn()
  const { code, commits } = server
  const posts = server.recoveries.length
  const flow = createRecoveryFlow(mfaToken, () => {})
  return {
    flow,
    submit: (domain = server.url) => flow.submit(code, { transport: { domain, clientId: 'spa' } }),
    seen: () => ({
      posts: server.recoveries.length - posts,
      commits: server.commits - commits,
    }),
  }
}

/** A flow's step, and the code it shows. */
function shown(flow: RecoveryFlow) {
  const state = flow.read()
  if (state.step !== 'capture') return { step: state.step }
  const { capture, signedIn, late } = state
  return { step: state.step, code: capture.newRecoveryCode.reveal(), signedIn, late }
}

const capture = (signedIn: boolean, late = false) => ({
  step: 'capture',
  code: server.code,
  signedIn,
  late,
})
const endings = {
  unknown: () => ({ step: 'unknown' }),
  rescued: () => capture(false),
  'new-code': () => capture(true),
}

test.for(faultCases.filter(({ inBrowser }) => !inBrowser))(
  '$name: through the whole flow',
  async ({ fault, ends, spent }, context) => {
    const tries = runs(50, 3)
    server.fault = fault
    for (let run = 0; run < tries; run += 1) {
      const { flow, submit, seen } = await begin()
      await submit()
      expect(shown(flow)).toEqual(endings[ends]())
      expect(seen()).toEqual({ posts: 1, commits: spent ? 1 : 0 })
    }
    expect(server.strays).toEqual([])
    proves(
      context,
      ends === 'unknown' ? ['N1', 'N3'] : ['N1', 'N2'],
      `${tries} sign-ins, ${tries} POSTs`,
    )
  },
)

it('D1 no server', async (context) => {
  const gone = await startFaultServer()
  await gone.close()
  const { flow, submit, seen } = await begin()
  await submit(gone.url)
  expect(shown(flow)).toEqual({ step: 'unknown' })
  expect(seen()).toEqual({ posts: 0, commits: 0 })
  proves(context, 'N3', '1 sign-in, fixed: once')
})

test.for<Order>(['code first', 'as documented'])(
  'D3 cut at every byte, %s, through the whole flow',
  async (order, context) => {
    let length = Infinity
    let tries = 0
    let rescued = 0
    // Every fourth byte in the daily run: d-cut-off-answer.test.ts tries each, without a socket.
    for (let cut = 0; cut < length; cut += runs(1, 4)) {
      tries += 1
      let complete = false
      server.fault = cutAt((body) => {
        length = Buffer.byteLength(body)
        complete = cut >= endOfCode(body)
        return cut
      }, order)
      const { flow, submit, seen } = await begin()
      await submit()
      expect(shown(flow), `cut at ${cut}`).toEqual(endings[complete ? 'rescued' : 'unknown']())
      expect(seen(), `cut at ${cut}`).toEqual({ posts: 1, commits: 1 })
      if (complete) rescued += 1
    }
    expect(rescued).toBeGreaterThan(0)
    proves(
      context,
      ['N1', 'N2', 'N3'],
      `${tries} of ${length} offsets over a socket, ${rescued} rescued: all where the code was complete`,
    )
  },
)

it('D5 no answer: slow at 10 s, unknown at 30 s, a late answer is adopted', async (context) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  server.fault = async ({ serve, response }) => {
    const body = await serve()
    await released
    response.end(body)
  }
  const { flow, submit, seen } = await begin()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const answered = submit()
  vi.advanceTimersByTime(9_999)
  expect(flow.read()).toMatchObject({ step: 'verifying', slow: false })
  vi.advanceTimersByTime(1)
  expect(flow.read()).toMatchObject({ step: 'verifying', slow: true })
  vi.advanceTimersByTime(19_999)
  expect(flow.read()).toMatchObject({ step: 'verifying' })
  vi.advanceTimersByTime(1)
  expect(flow.read()).toMatchObject({ step: 'unknown', open: true })
  vi.useRealTimers()

  const transport = { domain: server.url, clientId: 'spa' }
  expect(flow.tryAgain({ transport })).toBeUndefined()
  release()
  await answered
  expect(shown(flow)).toEqual(capture(true, true))
  expect(seen()).toEqual({ posts: 1, commits: 1 })
  proves(context, ['N1', 'N2', 'N3'], '1 late answer, shown, fixed: once')
})
