import { useEffect, useInsertionEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useCaptureState } from '../capture/use-capture-state.ts'
import { callHost } from '../host/call-host.ts'
import { useLatest } from '../host/use-latest.ts'
import type { ChallengeOptions } from './challenge-options.ts'
import { challengeStep, type Challenge } from './challenge.ts'
import { createFlowHandle } from './flow-handle.ts'
import { isUnsaved, PROMPT, type FlowState } from './flow-state.ts'
import { useAttemptMirror } from './mirror-attempt.ts'
import type { Receipt } from './receipt.ts'
import { signInOf, type SignIn } from './sign-in.ts'

/**
 * One challenge, from the typed recovery code to a finished sign-in: a discriminated union on `step` that carries, in
 * each step, the whole props of that step's components and no more.
 *
 * A code is sent once, by the submit alone, and its answer is kept outside React: unmounting, StrictMode, `<Activity>`,
 * an error boundary or another QueryClient lose nothing, and a component of the same sign-in (mfa token, address and
 * account) finds it again. Another sign-in's props never mix with it. No provider is needed; where there is a
 * QueryClientProvider the attempt shows in it, without a secret.
 *
 * @throws RecoveryCodeError `misused`, while rendering, for a mistake in `mfaToken` or `transport`.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa/challenge-with-recovery-codes
 */
export function useRecoveryCodeChallenge(given: ChallengeOptions): Challenge {
  const [handle, setHandle] = useState(() => createFlowHandle(signInOf(given), given))
  const state = useSyncExternalStore(handle.subscribe, handle.read, readPrompt)
  // Taking the screen away would lose an open request or an unsaved code to the person: only somebody else's props may.
  const stays = isUnsaved(state) || 'finishing' in state
  const signIn = stays ? ifUsable(given) : signInOf(given)
  const fits = signIn !== undefined && handle.fits(signIn)
  if (signIn !== undefined && !fits && (!stays || handle.isSomebodyElse(signIn)))
    setHandle(createFlowHandle(signIn, given))
  const options = fits ? given : handle.options
  useInsertionEffect(() => handle.update(options))
  const mirror = useLatest(useAttemptMirror())

  const acts = useMemo(() => {
    const follow = (receipt: Promise<Receipt> | undefined) => {
      if (receipt === undefined) return undefined
      // A subscriber of the host's cache may throw.
      callHost(() => mirror.current(receipt))
      return receipt.then(({ outcome }) => ({
        used: outcome === 'verified' || outcome === 'unfinished',
      }))
    }
    return {
      submit: (text: string) => follow(handle.submit(text)),
      tryAgain: () => void follow(handle.tryAgain()),
      complete: handle.complete,
      tell: handle.tell,
    }
  }, [handle, mirror])

  // No new code, so nothing to confirm. The flow's lock makes it once, whoever is mounted.
  const completes = state.step === 'completing' && state.finishing === 'no'
  useEffect(() => {
    if (completes) acts.complete()
  }, [completes, acts])

  const captured = useCaptureState(state.step === 'capture' ? state.capture : undefined)
  const { turn, discard } = handle
  return { ...challengeStep(state, options, acts, turn, captured), discard }
}

function ifUsable(options: ChallengeOptions): SignIn | undefined {
  try {
    return signInOf(options)
  } catch {
    return undefined
  }
}

function readPrompt(): FlowState {
  return PROMPT
}
