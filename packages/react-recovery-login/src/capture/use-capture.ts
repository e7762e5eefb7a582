import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { callHost } from '../host/call-host.ts'
import { useKeptPage } from '../host/use-kept-page.ts'
import { useLatest } from '../host/use-latest.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import { auth0RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureEvent, CaptureOptions } from './capture-options.ts'
import type { ActionResult, CaptureAction } from './capture-platform.ts'
import { captured, nothingCaptured, type CaptureFact } from './capture-state.ts'
import { compareRecoveryCode } from './compare-recovery-code.ts'
import { mayConfirm } from './may-confirm.ts'
import type {
  CaptureOccasion,
  NewRecoveryCodeNoticeBinding,
} from './new-recovery-code-notice-binding.ts'
import { fileNameOf, offered, save } from './save.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'

interface Box {
  reveal(): string
}

/** A code to save, and what becomes of it. */
export interface CaptureSubject extends CaptureOptions {
  /** A box, so that what React keeps of an old render holds no code. Another box begins a new capture. */
  readonly newRecoveryCode: Box
  readonly oldRecoveryCode?: Box | undefined
  readonly occasion: CaptureOccasion
  readonly late: boolean
  /** Epoch milliseconds. */
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
  const box = subject?.newRecoveryCode
  const [captive, setCaptive] = useState({ box, turn: 0 })
  const { turn } = captive
  if (captive.box !== box) {
    setCaptive({ box, turn: turn + 1 })
    setState(nothingCaptured)
  }
  const latest = useLatest({ subject, state })
  const shown = useRef<Box>(undefined)
  const saving = useRef(false)
  const learn = useCallback((fact: CaptureFact) => setState((was) => captured(was, fact)), [])

  /** Paper takes what is on the page in this very tick, and dots on it save nothing. */
  const unmaskNow = useCallback(
    () => flushSync(() => learn({ type: 'masked', masked: false })),
    [learn],
  )

  const acts = useMemo(() => {
    const tell = (event: CaptureEvent) => callHost(() => latest.current.subject?.onEvent?.(event))
    const attempted = (action: CaptureAction, result: ActionResult) => {
      learn({ type: 'attempted', action, result })
      tell({ type: 'action', action, result })
    }
    return {
      onShown() {
        shown.current = box
      },
      onCopied() {
        learn({ type: 'attempted', action: 'copied-by-hand', result: 'done' })
        tell({ type: 'copied-by-hand' })
      },
      onMask: () => learn({ type: 'masked', masked: true }),
      onUnmask: () => learn({ type: 'masked', masked: false }),
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
        if (now === undefined) return
        if (saving.current) return learn({ type: 'blocked', saving: true })
        saving.current = true
        // A function of the host's may print without the event.
        if (action === 'print') unmaskNow()
        void save(action, now).then((result) => {
          saving.current = false
          attempted(action, result)
        })
      },
      onAsked(there: boolean) {
        const { asking } = latest.current.state
        if (asking !== undefined) attempted(asking, there ? 'done' : 'failed')
      },
      onConfirm(): boolean {
        const now = latest.current.subject
        if (now === undefined || now.busy) return false
        const open = mayConfirm(now.confirmBy ?? 'checkbox', {
          ...latest.current.state,
          shown: shown.current === now.newRecoveryCode,
        })
        // An open dialog must not lose the page to the host's next screen.
        const ready = open && !saving.current
        tell({ type: ready ? 'confirmed' : 'confirm-blocked' })
        if (ready) now.onConfirm()
        else learn({ type: 'blocked', saving: open })
        return ready
      },
    }
  }, [latest, learn, unmaskNow, box])

  const unsaved = subject !== undefined
  useEffect(() => {
    if (!unsaved) return undefined
    window.addEventListener('beforeprint', unmaskNow)
    return () => window.removeEventListener('beforeprint', unmaskNow)
  }, [unsaved, unmaskNow])
  useKeptPage(acts.onMask)

  if (subject === undefined) return undefined
  const { confirmBy = 'checkbox', format = auth0RecoveryCodeFormat } = subject
  const { labels, occasion, issuedAt, late, site, account, busy, failed } = subject
  const { onShown, onCopied, onUnmask, ...confirming } = acts
  const { attempt, masked, retyped, ticked, evidence, asking, retype, blocked } = state
  const common = { occasion, format, issuedAt, labels }
  return {
    notice: {
      ...common,
      ...{ late, masked, site, account, onShown, onCopied, onUnmask },
      newRecoveryCode: subject.newRecoveryCode.reveal(),
      copyFailed: attempt?.action === 'copy' && attempt.result === 'failed' ? attempt : undefined,
    },
    confirmation: {
      ...common,
      ...{ turn, confirmBy, evidence, asking, ticked, retype, busy, failed },
      // Without a code there is nothing to save: no file that says so.
      offers: subject.newRecoveryCode.reveal() === '' ? [] : offered(subject),
      fileName: fileNameOf(subject, resolveLabels(labels)),
      last: attempt,
      ready: mayConfirm(confirmBy, { shown: true, ticked, retyped, evidence }),
      blocked: blocked !== 'no',
      saving: blocked === 'saving',
      ...confirming,
    },
  }
}
