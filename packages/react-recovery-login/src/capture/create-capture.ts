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

/** The options of the screen the person acts on. */
export interface CaptureHost extends CaptureOptions {
  readonly onEvent?: ((event: CaptureEvent) => void) | undefined
}

/**
 * One new code and what the person has done to save it. No React, no options, so a remount finds it unchanged. Whether
 * the host's last step may run is up to its holder: the flow or the enrolment.
 */
export interface CaptureStore extends Pick<Store<CaptureState>, 'read' | 'subscribe'> {
  readonly newRecoveryCode: Secret
  /** Spent; kept to recognise it if it is entered as proof of saving. */
  readonly oldRecoveryCode: Secret | undefined
  /** Epoch milliseconds. */
  readonly issuedAt: number
  /** Registers a screen that shows it. @returns Unregisters it. */
  enter(): () => void
  /** The code is really on screen: the gate opens only then. */
  shown(): void
  mask(masked: boolean): void
  tick(ticked: boolean): void
  /** Compares and discards the text. */
  retype(text: string, format?: RecoveryCodeFormat): void
  copiedByHand(host: CaptureHost): void
  /**
   * One at a time.
   *
   * @param unmask Shows the code, and renders it before returning.
   */
  save(action: CaptureAction, host: CaptureHost, unmask: () => void): void
  /** The person's answer to `asking`. */
  answer(saved: boolean, host: CaptureHost): void
  /** Whether the person may continue; if not, the state says why. */
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
  const { read, subscribe, set, update } = createStore(nothingCaptured)
  let screens = 0
  let shown = false
  let saving = false

  const dispatch = (fact: CaptureFact) => update(captured(read(), fact))
  const emit = ({ onEvent }: CaptureHost, event: CaptureEvent) => callHost(() => onEvent?.(event))
  const attempted = (action: CaptureAction, result: ActionResult, host: CaptureHost) => {
    dispatch({ type: 'attempted', action, result })
    emit(host, { type: 'action', action, result })
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
        // No notification: no screen shows it, and React takes no update while it unmounts one.
        set(captured(read(), { type: 'left' }))
      }
    },
    shown() {
      shown = true
    },
    mask: (masked) => dispatch({ type: 'masked', masked }),
    tick: (ticked) => dispatch({ type: 'ticked', ticked }),
    retype(text, format = auth0RecoveryCodeFormat) {
      const compare = () =>
        compareRecoveryCode(text, newRecoveryCode.reveal(), oldRecoveryCode?.reveal(), format)
      dispatch({ type: 'retyped', retype: text.trim() === '' ? undefined : compare() })
    },
    copiedByHand(host) {
      dispatch({ type: 'attempted', action: 'copied-by-hand', result: 'done' })
      emit(host, { type: 'copied-by-hand' })
    },
    save(action, host, unmask) {
      if (saving) return dispatch({ type: 'blocked', because: 'saving' })
      saving = true
      // A host's `print` may not fire `beforeprint`.
      if (action === 'print') unmask()
      void save(action, newRecoveryCode, issuedAt, host).then((result) => {
        saving = false
        attempted(action, result, host)
      })
    },
    answer(saved, host) {
      const { asking } = read()
      if (asking !== undefined) attempted(asking, saved ? 'done' : 'failed', host)
    },
    confirm(host) {
      const open = mayConfirm(host.confirmBy ?? 'checkbox', { ...read(), shown })
      // The host's next screen must not replace one with an open dialog.
      const confirmed = open && !saving
      emit(host, { type: confirmed ? 'confirmed' : 'confirm-blocked' })
      if (!confirmed) dispatch({ type: 'blocked', because: open ? 'saving' : 'too-early' })
      return confirmed
    },
    wipe() {
      newRecoveryCode.wipe()
      oldRecoveryCode?.wipe()
    },
  }
}
