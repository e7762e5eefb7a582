import { misused } from '../protocol/recovery-code-error.ts'

type Secret = string | readonly string[]

/**
 * At least 32 characters from a random source: `openssl rand -base64 32`. In a list, the first seals and every one
 * opens; to rotate, put the new one first and remove the old one ten minutes later. A function is only called at each
 * use, for a build that evaluates the module without secrets.
 */
export type SealingSecret = Secret | (() => Secret | Promise<Secret>)

/** Characters. 256 random bits are 44 in base64. */
const SHORTEST_SECRET = 32

/**
 * Reads the secrets at each use.
 *
 * @param seals What they seal, for the error.
 * @throws RecoveryCodeError `misused`, for a missing or short one: synchronously, or at the first use if it is a
 * function.
 */
export function readSecrets(
  secret: SealingSecret,
  seals: string,
): () => Promise<readonly [string, ...string[]]> {
  if (typeof secret !== 'function') listOf(secret, seals)
  return async () => listOf(typeof secret === 'function' ? await secret() : secret, seals)
}

function listOf(secret: Secret, seals: string): readonly [string, ...string[]] {
  const [first, ...others] = [secret].flat()
  if (!first || !others.every(Boolean))
    throw misused(
      '`secret` is missing',
      `It seals ${seals}`,
      'Pass it, and check its environment variable',
    )
  if ([first, ...others].some((each) => each.length < SHORTEST_SECRET))
    throw misused(
      `\`secret\` has fewer than ${SHORTEST_SECRET} characters`,
      `A short one can be guessed, and ${seals} read`,
      'Make one with `openssl rand -base64 32`',
    )
  return [first, ...others]
}
