import { useEffect, useInsertionEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useCaptureState } from '../capture/use-capture-state.ts'
import { callHost } from '../host/call-host.ts'
import type { ChallengeOptions } from './challenge-options.ts'
import { challengeStep, type Challenge } from './challenge.ts'
import { createFlowHandle } from './flow-handle.ts'
import { isUnsaved, PROMPT } from './flow-state.ts'
import { useAttemptMirror } from './mirror-attempt.ts'
import type { Receipt } from './receipt.ts'
import { signInOf, type SignIn } from './sign-in.ts'

/**
 * One challenge, from the typed recovery code to the finished sign-in: a discriminated union on `step` that has, in
 * each step, exactly the props of that step's components.
 *
 * A code is sent once, only by the submit, and its answer is kept outside React: unmounting, StrictMode, `<Activity>`,
 * an error boundary or another QueryClient loses nothing, and a component of the same sign-in (mfa token, address and
 * account) finds it again. Another sign-in's props never mix with it. No provider is needed; in a QueryClientProvider
 * the attempt shows, without secrets.
 *
 * @throws RecoveryCodeError `misused`, while rendering, for a mistake in `mfaToken` or `transport`.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa/challenge-with-recovery-codes
 */
export function useRecoveryCodeChallenge(options: ChallengeOptions): Challenge {
  const [handle, setHandle] = useState(() => createFlowHandle(signInOf(options), options))
  const state = useSyncExternalStore(handle.subscribe, handle.read, () => PROMPT)
  // Replacing the screen would lose an open request or an unsaved code: only somebody else's props may do that.
  const mustStay = isUnsaved(state) || 'finishing' in state
  const signIn = mustStay ? ifUsable(options) : signInOf(options)
  const fits = signIn !== undefined && handle.fits(signIn)
  if (signIn !== undefined && !fits && (!mustStay || handle.isSomebodyElse(signIn)))
    setHandle(createFlowHandle(signIn, options))
  const current = fits ? options : handle.options
  useInsertionEffect(() => handle.update(current))
  const mirror = useAttemptMirror()

  const acts = useMemo(() => {
    const follow = (receipt: Promise<Receipt> | undefined) => {
      if (receipt === undefined) return undefined
      // A subscriber of the host's cache may throw.
      callHost(() => mirror(receipt))
      return receipt.then(({ outcome }) => ({
        used: outcome === 'verified' || outcome === 'unfinished',
      }))
    }
    return {
      submit: (text: string, code?: string) => follow(handle.submit(text, code)),
      tryAgain: () => void follow(handle.tryAgain()),
      look: handle.look,
      reopen: handle.reopen,
      complete: handle.complete,
      emit: handle.emit,
    }
  }, [handle, mirror])

  // No new code, so nothing to confirm. The flow's lock allows it once, whatever is mounted.
  const completes = state.step === 'completing' && state.finishing === 'no'
  useEffect(() => {
    if (completes) acts.complete()
  }, [completes, acts])

  const captureState = useCaptureState(state.step === 'capture' ? state.capture : undefined)
  return {
    ...challengeStep(state, current, acts, handle.turn, captureState),
    discard: handle.discard,
  }
}

function ifUsable(options: ChallengeOptions): SignIn | undefined {
  try {
    return signInOf(options)
  } catch {
    return undefined
  }
}
