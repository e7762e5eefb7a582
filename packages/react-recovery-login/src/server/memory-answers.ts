import type { AnswerStore } from './answer-store.ts'

interface Entry {
  readonly value: string
  /** Removes it when its time is over: a timer doesn't follow a clock that jumps. */
  readonly timer: ReturnType<typeof setTimeout>
}

/**
 * Holds answers in the memory of one process. A restart loses them, and another process has its own: behind a load
 * balancer use a shared store, such as `redisAnswers` of `react-recovery-login/server/redis`.
 */
export function memoryAnswers(): AnswerStore {
  const entries = new Map<string, Entry>()

  function remove(key: string): void {
    clearTimeout(entries.get(key)?.timer)
    entries.delete(key)
  }
  function put(key: string, value: string, lifetime: number): void {
    remove(key)
    const timer = setTimeout(remove, lifetime, key)
    // A Node process may end while answers are held; elsewhere a timer is a number.
    Object(timer).unref?.()
    entries.set(key, { value, timer })
  }

  return {
    async claim(key, value, lifetime) {
      const found = entries.get(key)
      if (found === undefined) put(key, value, lifetime)
      return found?.value
    },
    read: async (key) => entries.get(key)?.value,
    async mark(key, from, to, lifetime) {
      const found = entries.get(key)
      if (found?.value !== from) return false
      if (lifetime === undefined) entries.set(key, { ...found, value: to })
      else put(key, to, lifetime)
      return true
    },
    hold: async (key, value, lifetime) => put(key, value, lifetime),
    async remove(key, value) {
      if (value === undefined || entries.get(key)?.value === value) remove(key)
    },
  }
}
