/** A value that changes, and who wants to know. Its methods are React's `useSyncExternalStore`'s. */
export interface Store<Value> {
  read(): Value
  /** @returns The end of that. */
  subscribe(listener: () => void): () => void
  /** Tells nobody yet. */
  set(value: Value): void
  /** Calls every listener, before it returns. */
  notify(): void
  hasListeners(): boolean
}

export function createStore<Value>(first: Value): Store<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    read: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(next) {
      value = next
    },
    notify() {
      for (const listener of [...listeners]) listener()
    },
    hasListeners: () => listeners.size > 0,
  }
}
