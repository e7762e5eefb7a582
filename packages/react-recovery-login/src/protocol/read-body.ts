import { parseJson } from './own-member.ts'

/** A token response is some 2 KB; a page that answers with more than 64 KB is not one. */
const CAP = 64 * 1024

/**
 * Milliseconds without a byte after which a line counts as stalled. An answer of 2 KB comes in one piece or a few: a
 * packet that was lost is there again within one second, and the person is told "unknown" after thirty.
 */
const SILENCE = 3000

/** What arrived of a body. */
export interface ReadBody {
  readonly text: string
  /** One whole JSON value, or a text of another kind up to its end. What broke off, stalls or was too long is not. */
  readonly whole: boolean
}

/**
 * What arrived of a body, even where it broke off: `response.text()` gives nothing of a cut-off answer, and that
 * answer may hold the only copy of the new code. It is there when the JSON is complete and not when the connection
 * ends: a length that is too large by one, or a proxy that keeps the socket, would keep it for ever. Never rejects.
 *
 * @param stalled Told what has arrived, after each three seconds without a byte: reading goes on.
 */
export function readBody(
  response: Response,
  stalled: (read: ReadBody) => void = () => undefined,
): Promise<ReadBody> {
  return new Promise((end) => void readOn(response, end, stalled))
}

/** Behind whole JSON it reads on to the end, so that the connection can serve again; one that is stuck is let go. */
async function readOn(
  response: Response,
  end: (read: ReadBody) => void,
  stalled: (read: ReadBody) => void,
): Promise<void> {
  let text = ''
  let left = CAP
  let whole = false
  let silence: ReturnType<typeof setTimeout> | undefined
  const isWhole = () => !/^\s*[{[]/.test(text) || parseJson(text) !== undefined
  try {
    const reader = response.body?.getReader?.()
    if (!reader) {
      // In React Native, from node-fetch, or in a test's stub, which may have `json()` alone.
      text = (await response.text?.()) ?? JSON.stringify(await response.json())
      return end({ text, whole: isWhole() })
    }
    const decoder = new TextDecoder()
    const letGo = () => void reader.cancel().catch(() => undefined)
    while (left >= 0) {
      silence = setTimeout(() => (whole ? letGo() : stalled({ text, whole })), SILENCE)
      const { done, value } = await reader.read()
      clearTimeout(silence)
      if (done) {
        // What began as JSON would have been complete before, however quietly its connection ended.
        whole ||= isWhole()
        break
      }
      if (!whole) text += decoder.decode(value.subarray(0, left), { stream: true })
      left -= value.byteLength
      // Parsed only where it may have ended: bytes come one by one, too.
      whole ||= /[}\]]\s*$/.test(text) && parseJson(text) !== undefined
      if (whole) end({ text, whole })
      if (left < 0) letGo()
    }
  } catch {
    clearTimeout(silence)
  }
  end({ text, whole })
}
