/**
 * Members of parsed JSON, own ones only: a polluted prototype or a `__proto__` in the body adds nothing
 * (`Object.assign({}, parsed)` was seen to expose it).
 */
export function ownMember(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** A member that is a string with something in it; anything else counts as absent. */
export function ownString(value: unknown, key: string): string | undefined {
  const found = ownMember(value, key)
  return typeof found === 'string' && found.trim() !== '' ? found : undefined
}

/**
 * A record of ours that inherits nothing. What is absent in it stays absent for a reader, an `in`, or the platform that
 * reads an options bag, whatever a script has put on `Object.prototype`.
 */
export function ownMembers<Members extends object>(members: Members): Members {
  return { __proto__: null, ...members }
}

/** Undefined for what is no JSON. The parser's own error is dropped: V8 quotes the source in its message. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
