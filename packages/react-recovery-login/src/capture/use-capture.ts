'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { callHost } from '../host/call-host.ts'
import { useLatest } from '../host/use-latest.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import { auth0RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureEvent, CaptureOptions } from './capture-options.ts'
import type { CaptureAction } from './capture-platform.ts'
import { captured, nothingCaptured, type CaptureFact } from './capture-state.ts'
import { compareRecoveryCode } from './compare-recovery-code.ts'
import { mayConfirm } from './may-confirm.ts'
import type {
  CaptureOccasion,
  NewRecoveryCodeNoticeBinding,
} from './new-recovery-code-notice-binding.ts'
import { fileNameOf, offered, save } from './save.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'

/** A code to save, and what becomes of it. */
export interface CaptureSubject extends CaptureOptions {
  /** A box, so that what React keeps of an old render holds no code. */
  readonly newRecoveryCode: { reveal(): string }
  readonly oldRecoveryCode?: { reveal(): string }
  readonly occasion: CaptureOccasion
  readonly late: boolean
  /** Epoch milliseconds. Names the code: another one begins a new capture. */
  readonly issuedAt: number
  readonly busy: boolean
  readonly failed: boolean
  readonly onConfirm: () => void
  readonly onEvent?: ((event: CaptureEvent) => void) | undefined
}

export interface Capture {
  readonly notice: NewRecoveryCodeNoticeBinding
  readonly confirmation: SaveConfirmationBinding
}

/** The capture's state for whoever has a code; undefined while there is none. */
export function useCapture(subject: CaptureSubject): Capture
export function useCapture(subject: CaptureSubject | undefined): Capture | undefined
export function useCapture(subject: CaptureSubject | undefined): Capture | undefined {
  const [state, setState] = useState(nothingCaptured)
  const [issuedAt, setIssuedAt] = useState(subject?.issuedAt)
  if (issuedAt !== subject?.issuedAt) {
    setIssuedAt(subject?.issuedAt)
    setState(nothingCaptured)
  }
  const latest = useLatest({ subject, state })
  const shown = useRef<number>(undefined)
  const saving = useRef(false)
  const learn = useCallback((fact: CaptureFact) => setState((was) => captured(was, fact)), [])

  const acts = useMemo(() => {
    const tell = (event: CaptureEvent) => callHost(() => latest.current.subject?.onEvent?.(event))
    return {
      onShown() {
        shown.current = latest.current.subject?.issuedAt
      },
      onCopied() {
        learn({ type: 'copied-by-hand' })
        tell({ type: 'copied-by-hand' })
      },
      onMask: () => learn({ type: 'masked', masked: true }),
      onUnmask: () => learn({ type: 'masked', masked: false }),
      onAsked: (there: boolean) => learn({ type: 'answered', there }),
      onTick: (ticked: boolean) => learn({ type: 'ticked', ticked }),
      onRetype(text: string) {
        const now = latest.current.subject
        if (now === undefined) return
        const { newRecoveryCode, oldRecoveryCode, format = auth0RecoveryCodeFormat } = now
        const compare = () =>
          compareRecoveryCode(text, newRecoveryCode.reveal(), oldRecoveryCode?.reveal(), format)
        learn({ type: 'retyped', ...(text.trim() !== '' && { retype: compare() }) })
      },
      onAction(action: CaptureAction) {
        const now = latest.current.subject
        if (now === undefined || saving.current) return
        saving.current = true
        void save(action, now).then((result) => {
          saving.current = false
          learn({ type: 'attempted', action, result })
          tell({ type: 'action', action, result })
        })
      },
      onConfirm(): boolean {
        const now = latest.current.subject
        // While a save is under way, an open dialog must not lose the page to the host's next screen.
        if (now === undefined || now.busy || saving.current) return false
        const ready = mayConfirm(now.confirmBy ?? 'checkbox', {
          ...latest.current.state,
          shown: shown.current === now.issuedAt,
        })
        tell({ type: ready ? 'confirmed' : 'confirm-blocked' })
        if (ready) now.onConfirm()
        else learn({ type: 'blocked' })
        return ready
      },
    }
  }, [latest, learn])

  const unsaved = subject !== undefined
  useEffect(() => {
    if (!unsaved) return undefined
    // A page that comes back from the back/forward cache may come back before other eyes.
    const returned = (event: PageTransitionEvent) => {
      if (event.persisted) learn({ type: 'masked', masked: true })
    }
    window.addEventListener('pageshow', returned)
    return () => window.removeEventListener('pageshow', returned)
  }, [unsaved, learn])

  if (subject === undefined) return undefined
  const { confirmBy = 'checkbox', format = auth0RecoveryCodeFormat, labels, occasion } = subject
  const common = { occasion, format, issuedAt: subject.issuedAt, ...(labels && { labels }) }
  const { onShown, onCopied, onUnmask, ...confirming } = acts
  const { attempt, masked, retyped, ticked, evidence, asking, retype, blocked } = state
  return {
    notice: {
      ...common,
      newRecoveryCode: subject.newRecoveryCode.reveal(),
      late: subject.late,
      masked,
      ...(attempt?.action === 'copy' && attempt.result === 'failed' && { copyFailed: attempt }),
      ...(subject.site !== undefined && { site: subject.site }),
      ...(subject.account !== undefined && { account: subject.account }),
      onShown,
      onCopied,
      onUnmask,
    },
    confirmation: {
      ...common,
      confirmBy,
      offers: offered(subject),
      evidence,
      ...(asking && { asking }),
      fileName: fileNameOf(subject, resolveLabels(labels)),
      ...(attempt && { last: attempt }),
      ticked,
      ...(retype && { retype }),
      ready: mayConfirm(confirmBy, { shown: true, ticked, retyped, evidence }),
      blocked,
      busy: subject.busy,
      failed: subject.failed,
      ...confirming,
    },
  }
}
