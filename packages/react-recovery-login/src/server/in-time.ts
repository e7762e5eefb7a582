/** Milliseconds. A session store that never gets its connection must not keep the new code from the person. */
const LONGEST = 10_000

/**
 * Waits ten seconds at most.
 *
 * @param start Gets a signal that is aborted after that.
 * @throws whatever `start` rejects with, or undefined after ten seconds.
 */
export function inTime<Value>(start: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      // First, so a result that `start` returns because of the signal is too late.
      reject()
      controller.abort()
    }, LONGEST)
    void start(controller.signal)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject)
  })
}
