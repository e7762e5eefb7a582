import { misused } from '../protocol/recovery-code-error.ts'
import { originOf, parseUrl, secure } from '../protocol/transport.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'

/** A host of letters, digits, dots and hyphens, or in brackets: `URL` would also accept a `*`. */
const ORIGIN = /^https?:\/\/[\w.:[\]-]+$/

/**
 * Checks the options before any request is accepted, so a mistake shows early and costs nobody a code.
 *
 * @returns The token endpoint.
 * @throws RecoveryCodeError `misused`
 */
export function checkOptions(options: RecoveryCodeHandlerOptions): URL {
  const { domain, clientId, clientSecret, clientAssertion, onTokens } = options
  const { allowedOrigins = [], maxInFlight = 1 } = options
  if (!domain || !clientId)
    throw misused(
      `\`${domain ? 'clientId' : 'domain'}\` is missing`,
      'The token endpoint needs it',
      'Pass it, and check its environment variable',
    )
  if (!clientSecret === !clientAssertion)
    throw misused(
      `The handler has ${clientSecret ? 'both' : 'neither'} \`clientSecret\` and \`clientAssertion\``,
      'One of them authenticates your server',
      'Pass one, and check its environment variable; a public client needs no handler',
    )
  if (typeof onTokens !== 'function')
    throw misused(
      '`onTokens` is missing',
      'Nobody would be signed in',
      'Make the session there, and return its headers',
    )
  for (const origin of allowedOrigins) {
    const url = ORIGIN.test(origin) ? parseUrl(origin) : undefined
    if (!url || url.origin !== origin)
      throw misused(
        '`allowedOrigins` has an entry that is not an origin',
        'Each is compared whole: no wildcard',
        'Give it like `https://login.example.com`',
      )
    secure(url, 'allowedOrigins')
  }
  if (!(maxInFlight >= 1))
    throw misused(
      '`maxInFlight` is not 1 or more',
      'It would let every request through, or none',
      'Give a number, or leave it out',
    )
  return new URL('/oauth/token', originOf(domain))
}
