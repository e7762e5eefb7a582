/**
 * Reads an own member of parsed JSON, so a polluted prototype or a `__proto__` in the body adds nothing
 * (`Object.assign({}, parsed)` was seen to expose it).
 */
export function ownMember(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** A member that is a non-blank string; anything else counts as absent. */
export function ownString(value: unknown, key: string): string | undefined {
  const found = ownMember(value, key)
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

/**
 * A copy without a prototype. What is absent stays absent for a read, an `in`, or the platform reading an options bag,
 * whatever a script has put on `Object.prototype`.
 */
export function ownMembers<Members extends object>(members: Members): Members {
  return { __proto__: null, ...members }
}

/** Undefined if the text is not JSON. The parser's error is dropped: V8 quotes the source in its message. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
