/** A token response is some 2 KB; a page that answers with more than 64 KB is not one. */
const CAP = 64 * 1024

/** What arrived of a body. */
export interface ReadBody {
  readonly text: string
  /** It broke off before its end; one that was long and not read to its end did not. */
  readonly broken: boolean
}

/**
 * What arrived of a body, even where it broke off: `response.text()` gives nothing of a cut-off answer, and that
 * answer may hold the only copy of the new code. Never rejects.
 */
export async function readBody(response: Response): Promise<ReadBody> {
  const decoder = new TextDecoder()
  let text = ''
  let left = CAP
  try {
    const reader = response.body?.getReader()
    if (reader === undefined) return { text, broken: false }
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), broken: false }
      text += decoder.decode(value.subarray(0, left), { stream: true })
      left -= value.byteLength
      if (left < 0) {
        void reader.cancel().catch(() => undefined)
        return { text, broken: false }
      }
    }
  } catch {
    return { text, broken: true }
  }
}
