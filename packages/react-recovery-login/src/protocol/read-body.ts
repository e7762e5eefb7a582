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
  /** Where the line stalls: what will have arrived when the rest has come, or the connection is gone. */
  readonly rest: Promise<ReadBody> | undefined
}

/**
 * What arrived of a body, even where it broke off: `response.text()` gives nothing of a cut-off answer, and that
 * answer may hold the only copy of the new code. It is there when the JSON is complete and not when the connection
 * ends: a length that is too large by one, or a proxy that keeps the socket, would keep it for ever. Never rejects.
 *
 * @param isEnough Whether a line that stalls need not be waited for, since this says what is to be known. Default never.
 */
export function readBody(
  response: Response,
  isEnough: (read: ReadBody) => boolean = () => false,
): Promise<ReadBody> {
  return new Promise((resolve) => {
    let stalled: ReturnType<typeof setTimeout>
    const arrived = (text: string) => {
      clearTimeout(stalled)
      stalled = setTimeout(() => {
        const read = { text, whole: false, rest }
        if (isEnough(read)) resolve(read)
      }, SILENCE)
    }
    arrived('')
    const rest = readOn(response, arrived)
    void rest.then((read) => {
      clearTimeout(stalled)
      resolve(read)
    })
  })
}

async function readOn(response: Response, arrived: (text: string) => void): Promise<ReadBody> {
  const decoder = new TextDecoder()
  let text = ''
  let left = CAP
  const as = (whole: boolean): ReadBody => ({ text, whole, rest: undefined })
  try {
    const reader = response.body?.getReader()
    if (reader === undefined) return as(true)
    for (;;) {
      const { done, value } = await reader.read()
      // What began as JSON would have been complete before, however quietly its connection ended.
      if (done) return as(!/^\s*[{[]/.test(text))
      text += decoder.decode(value.subarray(0, left), { stream: true })
      left -= value.byteLength
      if (isJson(text)) {
        void drain(reader)
        return as(true)
      }
      if (left < 0) {
        letGo(reader)
        return as(false)
      }
      arrived(text)
    }
  } catch {
    return as(false)
  }
}

/** Parsed only where it may have ended: bytes come one by one, too. */
function isJson(text: string): boolean {
  return /[}\]]$/.test(text.trimEnd()) && parseJson(text) !== undefined
}

/** To its end, so that the connection can serve again. One that is stuck, or goes on and on, is let go. */
async function drain(reader: ReadableStreamDefaultReader): Promise<void> {
  const stuck = setTimeout(letGo, SILENCE, reader)
  try {
    while (!(await reader.read()).done);
  } catch {
    // It broke off behind the answer.
  }
  clearTimeout(stuck)
}

function letGo(reader: ReadableStreamDefaultReader): void {
  void reader.cancel().catch(() => undefined)
}
