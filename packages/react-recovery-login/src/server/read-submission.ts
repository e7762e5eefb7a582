import { ownMembers } from '../protocol/own-member.ts'
import { RECOVERY_CODE_GRANT_TYPE } from '../protocol/send-recovery-code.ts'
import type { Answer } from './answer.ts'
import { inTime } from './in-time.ts'
import { LARGEST_BODY, refuseRequest } from './refuse-request.ts'

/** What the browser posts. The first two are secrets. */
export interface Submission {
  /** The mfa token, or its handle. */
  readonly mfaToken: string
  readonly recoveryCode: string
  /** Set if the answer to the same request was lost: read a held one, or, at the person's request, send it once more. */
  readonly repeat?: 'look' | 'send'
}

/** What it posts when the person has confirmed the save. */
export interface Confirmation {
  readonly receipt: string
}

const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i

/**
 * Accepts exactly `grant_type`, `mfa_token` and `recovery_code`, once each, form-encoded in UTF-8. Where answers are
 * held, also with `repeat`, or a `receipt` alone.
 *
 * @param held Without it, a `repeat` is 400 like any other parameter: it must never be taken for a first request.
 * @returns What was posted, or the answer to anything else: 415, 413, 408 or 400. It echoes nothing that was posted.
 * @see RFC 6749 §3.2 (parameters must not be repeated)
 */
export async function readSubmission(
  request: Request,
  held: boolean,
): Promise<Submission | Confirmation | Answer> {
  if (!FORM.test(request.headers.get('content-type') ?? ''))
    return refuseRequest('wrong-content-type')
  const form = await inTime((signal) => readForm(request, signal)).catch(() =>
    refuseRequest('slow-body'),
  )
  if (!(form instanceof URLSearchParams)) return form
  const names = [...form.keys()].toSorted().join()
  const { grant_type, mfa_token, recovery_code, repeat, receipt } = Object.fromEntries(form)
  if (held && names === 'receipt' && receipt) return ownMembers({ receipt })
  const repeats = held && (repeat === 'look' || repeat === 'send')
  if (
    names !== `grant_type,mfa_token,recovery_code${repeats ? ',repeat' : ''}` ||
    grant_type !== RECOVERY_CODE_GRANT_TYPE ||
    !mfa_token ||
    !recovery_code
  )
    return refuseRequest('wrong-parameters')
  const submission = { mfaToken: mfa_token, recoveryCode: recovery_code }
  return ownMembers(repeats ? { ...submission, repeat } : submission)
}

async function readForm(request: Request, signal: AbortSignal): Promise<URLSearchParams | Answer> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  let size = 0
  try {
    // By the framework's body parser: what is left is empty, or never ends.
    if (request.bodyUsed) throw new TypeError()
    const reader = request.body?.getReader()
    if (reader === undefined) return new URLSearchParams()
    const cancel = () => void reader.cancel().catch(() => undefined)
    signal.addEventListener('abort', cancel)
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > LARGEST_BODY) {
        cancel()
        return refuseRequest('too-large')
      }
      text += decoder.decode(value, { stream: true })
    }
    text += decoder.decode()
    // decodeURIComponent throws on invalid UTF-8, while URLSearchParams takes any percent sign. Its result is used, or
    // a bundler would drop the call. URLSearchParams drops a leading `?`, hence the `&`.
    return new URLSearchParams(decodeURIComponent(text) && `&${text}`)
  } catch {
    return refuseRequest('unreadable-body')
  }
}
