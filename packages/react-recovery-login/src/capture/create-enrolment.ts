import { finishByHost } from '../host/call-host.ts'
import { createCapture, type CaptureStore } from './create-capture.ts'
import { createStore, type Store } from '../host/create-store.ts'
import { guardLeaving } from './guard-leaving.ts'
import type { Finishing } from '../host/finishing.ts'
import type { Secret } from './secret.ts'

/** A capture without a sign-in, with the lock for the host's last step and its own leave guard. */
export interface Enrolment extends Pick<Store<Finishing>, 'read' | 'subscribe'> {
  /** Changes with the code. */
  readonly turn: number
  readonly capture: CaptureStore
  /** Calls the host, one call at a time. A failed call can be repeated, a successful one can't. */
  finish(onConfirm: () => void | Promise<void>): void
  /** Makes the browser ask before leaving until the code is saved. @returns Stops that. */
  guard(): () => void
}

let enrolments = 0

/** @param issuedAt Epoch milliseconds. */
export function createEnrolment(newRecoveryCode: Secret, issuedAt: number): Enrolment {
  let mounted = false
  const guard = () => guardLeaving(read, mounted && read() !== 'running')
  const { read, subscribe, update } = createStore<Finishing>('no', guard)
  return {
    turn: (enrolments += 1),
    capture: createCapture(newRecoveryCode, undefined, issuedAt),
    read,
    subscribe,
    finish(onConfirm) {
      if (read() === 'running') return
      // Before the call, since the host may navigate away. A success stays `running`: it was the last step.
      update('running')
      void finishByHost(onConfirm, (how) => {
        if (how === 'finish-failed') update('failed')
      })
    },
    guard() {
      mounted = true
      guard()
      return () => {
        mounted = false
        guard()
      }
    },
  }
}
