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

/**
 * Asks a callback of the host while rendering. Where it throws, `otherwise` stands in its place: a screen that shows the
 * new code must not be lost to the name of a file.
 */
export function askHost<Answer>(callback: () => Answer, otherwise: Answer): Answer {
  try {
    return callback()
  } catch (error) {
    reportToHost(error)
    return otherwise
  }
}

/** `reportError` reaches `window.onerror` and error trackers without being thrown; Node has none. */
export function reportToHost(error: unknown): void {
  globalThis.reportError?.(error)
}
