/**
 * Gives what went unhandled while code of the host rejected on purpose: react-query raises what the callbacks of its
 * MutationCache throw, and vitest would fail on it.
 */
export async function unhandledWithin(run: () => Promise<unknown>): Promise<unknown[]> {
  const reasons: unknown[] = []
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => void reasons.push(reason))
  try {
    await run()
    // Node reports a rejection in the turn after it.
    await new Promise<void>((resolve) => void setTimeout(resolve))
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const listener of others) process.on('unhandledRejection', listener)
  }
  return reasons
}
