import { parseJson } from './own-member.ts'

/** A token response is about 2 KB; anything over 64 KB is not one. */
const CAP = 64 * 1024

/**
 * Milliseconds without a byte after which a connection counts as stalled. A 2 KB answer arrives in one or a few pieces,
 * a lost packet is resent within a second, and the person sees "unknown" after thirty.
 */
const SILENCE = 3000

/** The part of a body that arrived. */
export interface ReadBody {
  readonly text: string
  /** One complete JSON value, or any other text up to its end. False if it broke off, stalls or was too long. */
  readonly whole: boolean
}

/**
 * Reads a body, or the part that arrived if it breaks off: `response.text()` rejects for a cut-off answer, which may
 * hold the only copy of the new code. Resolves when the JSON is complete, not when the connection ends: a
 * `content-length` too large by one, or a proxy that holds the socket, would delay it forever. Never rejects.
 *
 * @param stalled Called with what has arrived after every three seconds without a byte; reading continues.
 */
export function readBody(
  response: Response,
  stalled: (read: ReadBody) => void = () => undefined,
): Promise<ReadBody> {
  return new Promise((resolve) => void readOn(response, resolve, stalled))
}

/** After complete JSON it reads on to the end, so the connection can be reused; a stuck one is cancelled. */
async function readOn(
  response: Response,
  resolve: (read: ReadBody) => void,
  stalled: (read: ReadBody) => void,
): Promise<void> {
  let text = ''
  let bytesLeft = CAP
  let whole = false
  let silence: ReturnType<typeof setTimeout> | undefined
  const isWhole = () => !/^\s*[{[]/.test(text) || parseJson(text) !== undefined
  try {
    const reader = response.body?.getReader?.()
    if (!reader) {
      // React Native, node-fetch, or a test's stub, which may only have `json()`.
      text = (await response.text?.()) ?? JSON.stringify(await response.json())
      return resolve({ text, whole: isWhole() })
    }
    const decoder = new TextDecoder()
    const cancel = () => void reader.cancel().catch(() => undefined)
    while (bytesLeft >= 0) {
      silence = setTimeout(() => (whole ? cancel() : stalled({ text, whole })), SILENCE)
      const { done, value } = await reader.read()
      clearTimeout(silence)
      if (done) {
        // JSON would have been complete before this, even if the connection ended cleanly.
        whole ||= isWhole()
        break
      }
      if (!whole) text += decoder.decode(value.subarray(0, bytesLeft), { stream: true })
      bytesLeft -= value.byteLength
      // Parse only if it may have ended: bytes may come one by one.
      whole ||= /[}\]]\s*$/.test(text) && parseJson(text) !== undefined
      if (whole) resolve({ text, whole })
      if (bytesLeft < 0) cancel()
    }
  } catch {
    clearTimeout(silence)
  }
  resolve({ text, whole })
}
