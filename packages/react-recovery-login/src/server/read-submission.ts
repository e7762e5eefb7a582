import { ownMembers } from '../protocol/own-member.ts'
import { RECOVERY_CODE_GRANT_TYPE } from '../protocol/verify-recovery-code.ts'
import { notTaken, type Answer } from './answer.ts'

/** What the browser posts. Both are secrets. */
export interface Submission {
  /** The mfa token, or the handle that stands for it. */
  readonly mfaToken: string
  readonly recoveryCode: string
}

/** Bytes. An mfa token has about 2,000 characters, and a sealed cookie as a handle at most 4,096. */
const LARGEST = 8 * 1024

/**
 * Takes exactly `grant_type`, `mfa_token` and `recovery_code`, once each, form-encoded.
 *
 * @returns The answer to give where it is anything else: 415, 413 or 400. It repeats nothing of what was posted.
 * @see RFC 6749 §3.2 (parameters must not be repeated)
 */
export async function readSubmission(request: Request): Promise<Submission | Answer> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/x-www-form-urlencoded')
    return notTaken(415, 'Send application/x-www-form-urlencoded.')
  const form = await readForm(request)
  if (form === 'too large') return notTaken(413, `Send at most ${LARGEST} bytes.`)
  if (form === 'unreadable')
    return notTaken(400, 'The body is not form-encoded UTF-8, or it was read before it came here.')
  const names = [...form.keys()].toSorted().join()
  const { grant_type, mfa_token, recovery_code } = Object.fromEntries(form)
  if (names !== 'grant_type,mfa_token,recovery_code' || !mfa_token || !recovery_code)
    return notTaken(400, 'Send grant_type, mfa_token and recovery_code, each once, nothing else.')
  if (grant_type !== RECOVERY_CODE_GRANT_TYPE)
    return notTaken(400, `grant_type is not ${RECOVERY_CODE_GRANT_TYPE}.`)
  return ownMembers({ mfaToken: mfa_token, recoveryCode: recovery_code })
}

async function readForm(request: Request): Promise<URLSearchParams | 'too large' | 'unreadable'> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  try {
    const reader = request.body?.getReader()
    if (reader === undefined) return 'unreadable'
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > LARGEST) {
        void reader.cancel().catch(() => undefined)
        return 'too large'
      }
      text += decoder.decode(value, { stream: true })
    }
    text += decoder.decode()
    // It throws on what is no encoding of UTF-8, and URLSearchParams takes any percent sign.
    decodeURIComponent(text)
    return new URLSearchParams(text)
  } catch {
    return 'unreadable'
  }
}
