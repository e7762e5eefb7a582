/**
 * Returns the unhandled rejections while host code rejects on purpose: react-query rethrows errors from MutationCache
 * callbacks, and vitest would fail on them.
 */
export async function unhandledWithin(run: () => Promise<unknown>): Promise<unknown[]> {
  const reasons: unknown[] = []
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => void reasons.push(reason))
  try {
    await run()
    // Node reports a rejection a turn later.
    await new Promise<void>((resolve) => void setTimeout(resolve))
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
  }
  return reasons
}
