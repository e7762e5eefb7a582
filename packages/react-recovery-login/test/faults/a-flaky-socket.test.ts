import { expect, it, onTestFinished, vi } from 'vitest'
import { createRecoveryFlow } from '../../src/challenge/recovery-flow.ts'
import { startFaultServer } from '../fault-server/fault-server.ts'
import { flakySockets, once } from '../fault-server/faults.ts'
import { proves, runs } from './runs.ts'

vi.setConfig({ testTimeout: 60_000 })

it('A12 a kept-alive connection that breaks: as many POSTs as submits', async (context) => {
  const tries = runs(200, 25)
  const server = await startFaultServer({ keepAlive: true })
  onTestFinished(server.close)
  // Sign in beforehand, so that a broken connection meets a code and never a password.
  const mfaTokens: string[] = []
  while (mfaTokens.length < tries) mfaTokens.push(await server.signIn())
  const sent = vi.spyOn(globalThis, 'fetch')
  onTestFinished(() => sent.mockRestore())
  let shown = 0
  for (const [run, mfaToken] of mfaTokens.entries()) {
    const [arrived, commits] = [server.recoveries.length, server.commits]
    server.fault = once(flakySockets[run % flakySockets.length]!)
    const flow = createRecoveryFlow(mfaToken, () => {})
    await flow.submit(server.code, { transport: { domain: server.url, clientId: 'spa' } })
    expect(sent).toHaveBeenCalledTimes(run + 1)
    const arrivals = server.recoveries.length - arrived
    const state = flow.read()
    if (state.step !== 'capture') {
      expect(state.step).toBe('unknown')
      // What is written just as the other end closes is never read there: none, or one.
      expect(arrivals).toBeLessThanOrEqual(1)
      continue
    }
    expect([arrivals, server.commits - commits]).toEqual([1, 1])
    expect(state.capture.newRecoveryCode.reveal()).toBe(server.code)
    shown += 1
  }
  // Two of the five kinds answer. The one that closes an idle connection breaks at most one further request.
  const broken = tries / flakySockets.length
  expect(server.recoveries.length).toBeGreaterThanOrEqual(tries - broken)
  expect(shown).toBeGreaterThanOrEqual(broken)
  proves(
    context,
    ['N1', 'N3'],
    `${tries} submits, ${sent.mock.calls.length} requests, ${server.recoveries.length} POSTs arrived (Node)`,
  )
})
