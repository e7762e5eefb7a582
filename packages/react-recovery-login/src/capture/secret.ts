/**
 * A string that can be wiped. React keeps the last render's props and state reachable through its alternate fibers, so
 * a code in plain state stayed in the heap after the login was complete; now those fibers hold this box, and the box is
 * emptied. Its member is private: JSON, loggers and DevTools see `{}`.
 */
export class Secret {
  #text: string | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** Empty once wiped. */
  reveal(): string {
    return this.#text ?? ''
  }

  wipe(): void {
    this.#text = undefined
  }
}
