'use client'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useCapture, type CaptureSubject } from '../capture/use-capture.ts'
import { callHost } from '../host/call-host.ts'
import { useLatest } from '../host/use-latest.ts'
import { assertUsable } from '../protocol/transport.ts'
import type { ChallengeEvent, ChallengeOptions } from './challenge-options.ts'
import { challengeStep, type Challenge } from './challenge.ts'
import { createFlowHandle } from './flow-registry.ts'
import { isUnsaved, PROMPT, type FlowState } from './flow-state.ts'
import { useAttemptMirror } from './mirror-attempt.ts'
import type { Receipt } from './receipt.ts'

/**
 * One challenge, from the typed recovery code to a finished sign-in: a discriminated union on `step` that carries, in
 * each step, the whole props of that step's components and no more.
 *
 * A code is sent once, by the submit alone, and its answer is kept outside React: unmounting, StrictMode, `<Activity>`,
 * an error boundary or another QueryClient lose nothing, and a component with the same mfa token finds it again. No
 * provider is needed; where there is a QueryClientProvider the attempt shows in it, without a secret.
 *
 * @throws RecoveryCodeError `misused`, while rendering, for a mistake in `mfaToken` or `transport`.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa/challenge-with-recovery-codes
 */
export function useRecoveryCodeChallenge(options: ChallengeOptions): Challenge {
  const [handle, setHandle] = useState(() => createFlowHandle(options.mfaToken))
  const state = useSyncExternalStore(handle.subscribe, handle.read, readPrompt)
  // Another mfa token, or none, waits for an open request or an unsaved code: taking the screen away would lose it to
  // the person.
  if (!isUnsaved(state) && state.step !== 'completing') {
    assertUsable(options)
    if (handle.mfaToken !== options.mfaToken) setHandle(createFlowHandle(options.mfaToken))
  }
  const mirror = useAttemptMirror()
  const latest = useLatest({ options, mirror })

  const acts = useMemo(() => {
    const tell = (event: ChallengeEvent) => callHost(() => latest.current.options.onEvent?.(event))
    const answered = (receipt: Receipt) => tell({ type: 'answered', ...receipt })
    const follow = (receipt: Promise<Receipt> | undefined) => {
      if (receipt === undefined) return undefined
      tell({ type: 'submitted' })
      // A subscriber of the host's cache may throw.
      callHost(() => latest.current.mirror(receipt))
      return receipt.then((received) => {
        answered(received)
        return { used: received.outcome === 'verified' || received.outcome === 'unfinished' }
      })
    }
    return {
      tell,
      submit: (text: string) =>
        follow(handle.flow().submit(text, latest.current.options, answered)),
      tryAgain: () => void follow(handle.flow().tryAgain(latest.current.options, answered)),
      complete: () =>
        handle.flow().complete(async (completion) => {
          await latest.current.options.onComplete(completion)
          tell({ type: 'completed' })
        }),
      discard: () => handle.flow().discard(),
    }
  }, [handle, latest])

  // No new code, so nothing to confirm. The flow's lock makes it once, whoever is mounted.
  const completes = state.step === 'completing' && state.finishing === 'no'
  useEffect(() => {
    if (completes) acts.complete()
  }, [completes, acts])

  const capture = useCapture(captureSubject(state, options, acts.complete, acts.tell))
  return { ...challengeStep(state, options, acts, capture), discard: acts.discard }
}

function readPrompt(): FlowState {
  return PROMPT
}

function captureSubject(
  state: FlowState,
  options: ChallengeOptions,
  onConfirm: () => void,
  onEvent: (event: ChallengeEvent) => void,
): CaptureSubject | undefined {
  if (state.step !== 'capture') return undefined
  const { newRecoveryCode, oldRecoveryCode, issuedAt, late, signedIn, finishing } = state
  return {
    ...options,
    newRecoveryCode,
    oldRecoveryCode,
    issuedAt,
    late,
    occasion: signedIn ? 'replaced' : 'unfinished',
    busy: finishing === 'running',
    failed: finishing === 'failed',
    onConfirm,
    onEvent,
  }
}
