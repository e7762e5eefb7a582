import { reportToHost } from '../host/call-host.ts'
import { createCapture, type CaptureStore } from './create-capture.ts'
import { createStore, type Store } from '../host/create-store.ts'
import { guardLeaving } from './guard-leaving.ts'
import type { Finishing } from '../host/finishing.ts'
import type { Secret } from './secret.ts'

/** A capture without a sign-in: it has the lock of the host's last step, and asks before the page goes. */
export interface Enrolment extends Pick<Store<Finishing>, 'read' | 'subscribe'> {
  /** Another number is another code. */
  readonly turn: number
  readonly capture: CaptureStore
  /** Calls the host, once at a time; a host that fails can be called again, one that succeeded cannot. */
  finish(onConfirm: () => void | Promise<void>): Promise<void>
  /** The browser asks before the page goes, until the code is saved. @returns The end of that. */
  guard(): () => void
}

let enrolments = 0

/** @param issuedAt Epoch milliseconds. */
export function createEnrolment(newRecoveryCode: Secret, issuedAt: number): Enrolment {
  const { read, subscribe, set, notify } = createStore<Finishing>('no')
  let mounted = false
  const guard = () => guardLeaving(read, mounted && read() !== 'running')
  const become = (finishing: Finishing) => {
    set(finishing)
    guard()
    notify()
  }
  return {
    turn: (enrolments += 1),
    capture: createCapture(newRecoveryCode, undefined, issuedAt),
    read,
    subscribe,
    async finish(onConfirm) {
      if (read() === 'running') return
      // Before the host is called: it may end the page with another document. A success stays: it was the last step.
      become('running')
      try {
        await onConfirm()
      } catch (error) {
        become('failed')
        reportToHost(error)
      }
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
