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
  for (let run = 0; run < tries; run += 1) {
    const commits = server.commits
    server.fault = once(flakySockets[run % flakySockets.length]!)
    const flow = createRecoveryFlow(await server.signIn(), () => {})
    await flow.submit(server.code, { transport: { domain: server.url, clientId: 'spa' } })
    expect(server.recoveries).toHaveLength(run + 1)
    const state = flow.read()
    expect(['capture', 'unknown']).toContain(state.step)
    if (state.step !== 'capture') continue
    expect(server.commits - commits).toBe(1)
    expect(state.newRecoveryCode.reveal()).toBe(server.code)
  }
  proves(context, ['N1', 'N3'], `${tries} submits, ${server.recoveries.length} POSTs (Node)`)
})
