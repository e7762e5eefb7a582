/**
 * Calls a callback of the host. What it throws or rejects with is the host's error, reported where uncaught errors go,
 * and changes nothing here: a login must not lose its new code to a broken logger.
 */
export function callHost(callback: () => unknown): void {
  try {
    const result = callback()
    if (result instanceof Promise) result.catch(reportToHost)
  } catch (error) {
    reportToHost(error)
  }
}

/** `reportError` reaches `window.onerror` and error trackers without being thrown; Node has none. */
export function reportToHost(error: unknown): void {
  globalThis.reportError?.(error)
}
