/** As in `findCanaries`: eight characters of a secret are a leak, in either case. */
const WINDOW = 8

function* windows(text: string): Generator<string> {
  for (let at = 0; at + WINDOW <= text.length; at += 1) yield text.slice(at, at + WINDOW)
}

/** The pieces of the secrets that stand in a text. Made for texts of megabytes, where `findCanaries` looks into values. */
export function findSecrets(text: string, secrets: Iterable<string>): readonly string[] {
  const pieces = new Set<string>()
  for (const secret of secrets) for (const piece of windows(secret.toUpperCase())) pieces.add(piece)
  const found = new Set<string>()
  for (const piece of windows(text.toUpperCase())) if (pieces.has(piece)) found.add(piece)
  return [...found]
}
