/** Milliseconds. A session store that never gets its connection must not keep the new code from the person. */
const LONGEST = 10_000

/**
 * Waits ten seconds at most.
 *
 * @param start Gets a signal that is aborted after that.
 * @throws whatever `start` throws or rejects with, or undefined after ten seconds.
 */
export async function inTime<Value>(
  start: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // First, so that a result that `start` gives because of the signal is too late.
      reject()
      controller.abort()
    }, LONGEST)
  })
  try {
    return await Promise.race([start(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
