/** As in `findCanaries`: eight characters of a secret are a leak, in upper or lower case. */
const WINDOW = 8

/**
 * The secrets that a text leaks, each with the first piece found. Made for megabytes of text; `findCanaries` searches
 * values.
 */
export function findSecrets(text: string, secrets: Iterable<string>): readonly string[] {
  const pieces = new Map<string, string>()
  for (const secret of secrets) for (const piece of windows(secret)) pieces.set(piece, secret)
  const found = new Map<string, string>()
  for (const piece of windows(text)) {
    const secret = pieces.get(piece)
    if (secret !== undefined && !found.has(secret)) found.set(secret, piece)
  }
  return [...found.values()]
}

function* windows(text: string): Generator<string> {
  const upper = text.toUpperCase()
  for (let at = 0; at + WINDOW <= upper.length; at += 1) yield upper.slice(at, at + WINDOW)
}
