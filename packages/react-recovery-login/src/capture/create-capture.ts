import { callHost } from '../host/call-host.ts'
import {
  auth0RecoveryCodeFormat,
  type RecoveryCodeFormat,
} from '../protocol/recovery-code-format.ts'
import type { CaptureAction } from './capture-actions.ts'
import type { CaptureEvent, CaptureOptions } from './capture-options.ts'
import type { ActionResult } from './capture-platform.ts'
import { captured, nothingCaptured, type CaptureFact, type CaptureState } from './capture-state.ts'
import { compareRecoveryCode } from './compare-recovery-code.ts'
import { createStore, type Store } from '../host/create-store.ts'
import { mayConfirm } from './may-confirm.ts'
import { save } from './save.ts'
import type { Secret } from './secret.ts'

/** The options of the screen on which the person does something. */
export interface CaptureHost extends CaptureOptions {
  readonly onEvent?: ((event: CaptureEvent) => void) | undefined
}

/**
 * One new code and what the person has done to keep it. No React, no options: a screen that comes back finds it as it
 * was. Whether the host's last step may run is for whoever holds it: the flow, or the enrolment.
 */
export interface CaptureStore extends Pick<Store<CaptureState>, 'read' | 'subscribe'> {
  readonly newRecoveryCode: Secret
  /** Spent: kept to recognise it when it is given as proof of saving. */
  readonly oldRecoveryCode: Secret | undefined
  /** Epoch milliseconds. */
  readonly issuedAt: number
  /** A screen shows it from now on. @returns The end of that. */
  enter(): () => void
  /** The code is really on screen: the gate opens only then. */
  shown(): void
  mask(masked: boolean): void
  tick(ticked: boolean): void
  /** Compares it and lets it go. */
  retype(text: string, format?: RecoveryCodeFormat): void
  copiedByHand(host: CaptureHost): void
  /**
   * One at a time.
   *
   * @param unmask Shows the code, and has it drawn before it returns.
   */
  save(action: CaptureAction, host: CaptureHost, unmask: () => void): void
  /** The person's answer to `asking`. */
  answer(there: boolean, host: CaptureHost): void
  /** Whether the person may go on; if not, the state says why. */
  confirm(host: CaptureHost): boolean
  /** Forgets both codes. */
  wipe(): void
}

/**
 * @param oldRecoveryCode Undefined at enrolment.
 * @param issuedAt Epoch milliseconds.
 */
export function createCapture(
  newRecoveryCode: Secret,
  oldRecoveryCode: Secret | undefined,
  issuedAt: number,
): CaptureStore {
  const { read, subscribe, set, notify } = createStore(nothingCaptured)
  let screens = 0
  let shown = false
  let saving = false

  const learn = (fact: CaptureFact) => {
    set(captured(read(), fact))
    notify()
  }
  const tell = ({ onEvent }: CaptureHost, event: CaptureEvent) => callHost(() => onEvent?.(event))
  const attempted = (action: CaptureAction, result: ActionResult, host: CaptureHost) => {
    learn({ type: 'attempted', action, result })
    tell(host, { type: 'action', action, result })
  }

  return {
    newRecoveryCode,
    oldRecoveryCode,
    issuedAt,
    read,
    subscribe,
    enter() {
      screens += 1
      return () => {
        screens -= 1
        if (screens > 0) return
        shown = false
        // Nobody is told, because nobody shows it, and React takes no update while it takes a screen away.
        set(captured(read(), { type: 'left' }))
      }
    },
    shown() {
      shown = true
    },
    mask: (masked) => learn({ type: 'masked', masked }),
    tick: (ticked) => learn({ type: 'ticked', ticked }),
    retype(text, format = auth0RecoveryCodeFormat) {
      const compare = () =>
        compareRecoveryCode(text, newRecoveryCode.reveal(), oldRecoveryCode?.reveal(), format)
      learn({ type: 'retyped', retype: text.trim() === '' ? undefined : compare() })
    },
    copiedByHand(host) {
      learn({ type: 'attempted', action: 'copied-by-hand', result: 'done' })
      tell(host, { type: 'copied-by-hand' })
    },
    save(action, host, unmask) {
      if (saving) return learn({ type: 'blocked', because: 'saving' })
      saving = true
      // A function of the host's may print without the event.
      if (action === 'print') unmask()
      void save(action, newRecoveryCode, issuedAt, host).then((result) => {
        saving = false
        attempted(action, result, host)
      })
    },
    answer(there, host) {
      const { asking } = read()
      if (asking !== undefined) attempted(asking, there ? 'done' : 'failed', host)
    },
    confirm(host) {
      const open = mayConfirm(host.confirmBy ?? 'checkbox', { ...read(), shown })
      // An open dialog must not lose the page to the host's next screen.
      const confirmed = open && !saving
      tell(host, { type: confirmed ? 'confirmed' : 'confirm-blocked' })
      if (!confirmed) learn({ type: 'blocked', because: open ? 'saving' : 'too-early' })
      return confirmed
    },
    wipe() {
      newRecoveryCode.wipe()
      oldRecoveryCode?.wipe()
    },
  }
}
