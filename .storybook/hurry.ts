/** Makes timeouts of `atLeast` ms or more a thousand times shorter, until the returned function is called. */
export function hurry(atLeast: number): () => void {
  const { setTimeout } = window
  const hurried = (run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) =>
    setTimeout(run, wait < atLeast ? wait : wait / 1000, ...given)
  window.setTimeout = Object.assign(hurried, setTimeout)
  return () => {
    window.setTimeout = setTimeout
  }
}

/** The same for the duration of `act`. */
export async function hurrying(atLeast: number, act: () => Promise<void>): Promise<void> {
  const atUsualPace = hurry(atLeast)
  try {
    await act()
  } finally {
    atUsualPace()
  }
}
