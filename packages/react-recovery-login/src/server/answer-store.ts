/**
 * Where answers are held for minutes, so that a lost one can be read again. Each operation is atomic, and the next one
 * sees its result from every process: an eventually consistent store won't do. Keys are 43 characters, values sealed
 * text of at most 64 kB. An entry ends by itself when its time is over; a store that can't do that must not be used,
 * because it would keep recovery codes.
 *
 * An operation that rejects or takes longer than two seconds counts as failed. The exchange then goes on, and its
 * answer isn't held.
 */
export interface AnswerStore {
  /**
   * Stores `value` if nothing is stored under `key`.
   *
   * @param lifetime Milliseconds.
   * @returns Undefined if it was stored; otherwise the value that is there.
   */
  readonly claim: (key: string, value: string, lifetime: number) => Promise<string | undefined>
  /** @returns Undefined if nothing is stored. */
  readonly read: (key: string) => Promise<string | undefined>
  /**
   * Replaces a value, only if it is still `from`.
   *
   * @param lifetime Milliseconds. Without it, the entry keeps the time that it has left.
   * @returns Whether it was replaced.
   */
  readonly mark: (key: string, from: string, to: string, lifetime?: number) => Promise<boolean>
  /**
   * Stores a value, whatever is there.
   *
   * @param lifetime Milliseconds.
   */
  readonly hold: (key: string, value: string, lifetime: number) => Promise<void>
  /**
   * Removes an entry, if there is one.
   *
   * @param value Removes it only if this is still its value.
   */
  readonly remove: (key: string, value?: string) => Promise<void>
}
