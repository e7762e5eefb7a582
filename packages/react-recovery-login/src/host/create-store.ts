/** A value that changes, and who wants to know. Its methods are React's `useSyncExternalStore`'s. */
export interface Store<Value> {
  read(): Value
  /** @returns The end of that. */
  subscribe(listener: () => void): () => void
  /** Tells nobody. */
  set(value: Value): void
  /** Sets another value, and calls every listener before it returns. */
  update(value: Value): void
  hasListeners(): boolean
}

/** @param onUpdate Called before the listeners, with the value already set. */
export function createStore<Value>(
  first: Value,
  onUpdate: (value: Value) => void = () => undefined,
): Store<Value> {
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
    update(next) {
      if (next === value) return
      value = next
      onUpdate(next)
      for (const listener of [...listeners]) listener()
    },
    hasListeners: () => listeners.size > 0,
  }
}
