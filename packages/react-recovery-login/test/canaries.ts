import { inspect } from 'node:util'

/** Stand-ins for real secrets, so that a leak can be found by searching for them. */
export const canaries = {
  oldCode: 'W7XKQ2MHVD9RTB4YZC6NJ8PF',
  newCode: 'H5UJ3GVQ8SZN6DKYX2WBC9TM',
  mfaToken: 'Fe26.2*k9Qd7wUxLr*Zt4mVb81*hYc0NpGe3S*Jf6sXoAq*1893456000000*Bw5iRz',
  accessToken: 'vR3nKd8zQpL1yWm6TgXa',
  refreshToken: 'v1.Mx7uHs2eJbYf9CqNtZrG',
  idToken: 'eyJqYnJ2.eyJ4a3Fw.dT8wLzPm4NcYhKq',
  clientSecret: 'sK-0gTqVw9ZxJ5mR_bHd3Ny',
} as const

export type CanaryName = keyof typeof canaries

const WINDOW = 8

const windows = Object.entries(canaries).map(([name, canary]) => ({
  name: name as CanaryName,
  pieces: Array.from({ length: canary.length - WINDOW + 1 }, (_, start) =>
    canary.slice(start, start + WINDOW).toUpperCase(),
  ),
}))

/**
 * The canaries that a value leaks, whole or by any eight characters, in either case: in an error's message, stack or
 * cause, in own keys and members at any depth, in its JSON, and in console output.
 */
export function findCanaries(value: unknown): readonly CanaryName[] {
  const text = [...new Set(strings(value))].join('\n').toUpperCase()
  return windows
    .filter(({ pieces }) => pieces.some((piece) => text.includes(piece)))
    .map(({ name }) => name)
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return [inspect(value, { depth: Infinity, showHidden: true, getters: true }), json(value)].concat(
    membersOf(value, new Set()),
  )
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

/** Every string reachable from a value. `inspect` shortens long ones, and omits symbols that a class hides. */
function membersOf(value: unknown, seen: Set<unknown>): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const entries = value instanceof Map || value instanceof Set ? [...value] : []
  const own = Reflect.ownKeys(value).flatMap((key) => [String(key), Reflect.get(value, key)])
  const inherited = value instanceof Error ? [value.message, value.stack, value.cause] : []
  return [...entries, ...own, ...inherited].flatMap((member) => membersOf(member, seen))
}
