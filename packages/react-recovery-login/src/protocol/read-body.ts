/** A token response is some 2 KB; a page that answers with more than 64 KB is not one. */
const CAP = 64 * 1024

/**
 * What arrived of a body, even where it broke off: `response.text()` gives nothing of a cut-off answer, and that
 * answer may hold the only copy of the new code. Never rejects.
 */
export async function readBody(
  response: Response,
): Promise<{ readonly text: string; readonly whole: boolean }> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    const reader = response.body?.getReader()
    if (reader === undefined) return { text, whole: true }
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { text: text + decoder.decode(), whole: true }
      size += value.byteLength
      if (size > CAP) {
        void reader.cancel().catch(() => undefined)
        return { text, whole: false }
      }
      text += decoder.decode(value, { stream: true })
    }
  } catch {
    return { text, whole: false }
  }
}
