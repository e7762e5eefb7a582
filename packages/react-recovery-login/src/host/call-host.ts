/**
 * Calls a host's callback. If it throws or rejects, the error is reported like an uncaught one and changes nothing
 * here: a login must not lose its new code to a broken logger.
 */
export function callHost(callback: () => unknown): void {
  void finishByHost(callback, () => undefined)
}

/**
 * Calls the host's last step, `onComplete` or `onConfirm`, and reports its error like {@link callHost}.
 *
 * @param ended Called before that report: a broken `reportError` must not prevent another try.
 */
export async function finishByHost(
  step: () => unknown,
  ended: (how: 'finished' | 'finish-failed') => void,
): Promise<void> {
  try {
    await step()
    ended('finished')
  } catch (error) {
    ended('finish-failed')
    reportToHost(error)
  }
}

/**
 * Calls a host's callback while rendering. If it throws, returns `fallback`: the screen with the new code must not
 * crash over a file name.
 */
export function askHost<Answer>(callback: () => Answer, fallback: Answer): Answer {
  try {
    return callback()
  } catch (error) {
    reportToHost(error)
    return fallback
  }
}

/** `reportError` reaches `window.onerror` and error trackers without being thrown; Node has none. */
function reportToHost(error: unknown): void {
  globalThis.reportError?.(error)
}
