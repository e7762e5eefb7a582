import { guardLeaving } from '../capture/guard-leaving.ts'
import { isUnsaved, PROMPT, type FlowState } from './flow-state.ts'
import { createRecoveryFlow, type RecoveryFlow } from './recovery-flow.ts'

/**
 * The page's flows by mfa token, so that a remount finds its own. In the browser alone: it is filled by subscribing
 * and by submitting, never by a render, because a server renders for several people.
 */
const flows = new Map<string, RecoveryFlow>()

/** How many sign-ins the page holds. */
export function flowCount(): number {
  return flows.size
}

/** One component's way to its flow. It goes on showing a completed flow, an empty one, that the map has let go. */
export interface FlowHandle {
  readonly mfaToken: string
  flow(): RecoveryFlow
  read(): FlowState
  subscribe(listener: () => void): () => void
}

export function createFlowHandle(mfaToken: string): FlowHandle {
  let held: RecoveryFlow | undefined
  const flow = (): RecoveryFlow => {
    const known = flows.get(mfaToken)
    if (known !== undefined) return (held = known)
    if (held?.read().step === 'complete') return held
    held ??= createGuardedFlow(mfaToken)
    flows.set(mfaToken, held)
    return held
  }
  return {
    mfaToken,
    flow,
    read: () => (held ?? flows.get(mfaToken))?.read() ?? PROMPT,
    subscribe(listener) {
      const subscribed = flow()
      const stop = subscribed.subscribe(listener)
      return () => {
        stop()
        if (subscribed.idle()) forget(mfaToken, subscribed)
      }
    },
  }
}

/** The browser asks before the page goes, mounted or not, while an answer is on its way or a code is unsaved. */
function createGuardedFlow(mfaToken: string): RecoveryFlow {
  let release: (() => void) | undefined
  const flow = createRecoveryFlow(mfaToken, (state) => {
    if (isUnsaved(state)) release ??= guardLeaving()
    else {
      release?.()
      release = undefined
    }
    if (state.step === 'complete' || state === PROMPT) forget(mfaToken, flow)
  })
  return flow
}

function forget(mfaToken: string, flow: RecoveryFlow): void {
  if (flows.get(mfaToken) === flow) flows.delete(mfaToken)
}
