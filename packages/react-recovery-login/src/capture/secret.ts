/**
 * A text that can be taken back. React keeps the last render's props and state reachable through its alternate fibers,
 * so a code that was plain state stayed in the heap after the login was complete; what those fibers hold now is this
 * box, and the box is emptied. Its member is private: JSON, loggers and DevTools see `{}`.
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
