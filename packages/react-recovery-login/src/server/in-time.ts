/** Milliseconds. A session store that never gets its connection must not keep the new code from the person. */
const LONGEST = 10_000

/**
 * Waits ten seconds at most.
 *
 * @param start Gets a signal that is aborted after that.
 * @param longest Milliseconds to wait instead of the ten seconds.
 * @throws whatever `start` rejects with, or undefined when the time is over.
 */
export function inTime<Value>(
  start: (signal: AbortSignal) => Promise<Value>,
  longest: number = LONGEST,
): Promise<Value> {
  const controller = new AbortController()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      // First, so a result that `start` returns because of the signal is too late.
      reject()
      controller.abort()
    }, longest)
    void start(controller.signal)
      .finally(() => clearTimeout(timer))
      .then(resolve, reject)
  })
}
