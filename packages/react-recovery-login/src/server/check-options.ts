import { misused } from '../protocol/recovery-code-error.ts'
import { originOf, parseUrl, secure } from '../protocol/transport.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'

/**
 * Looks at the options when the handler is made, so that a mistake shows at start and not at a person's login.
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
      'The token endpoint cannot be asked without it',
      'Pass it, and look whether the environment variable that holds it is set',
    )
  if (!clientSecret === !clientAssertion)
    throw misused(
      `The handler has ${clientSecret ? 'both' : 'neither'} \`clientSecret\` and \`clientAssertion\``,
      'It proves with one of them that your server asks',
      'Pass one, and look whether the environment variable that holds it is set; a public client needs no handler',
    )
  if (typeof onTokens !== 'function')
    throw misused(
      '`onTokens` is missing',
      'The tokens stay on the server, so nobody would be signed in',
      'Make the session there, and return its headers',
    )
  for (const origin of allowedOrigins) {
    if (!isOrigin(origin))
      throw misused(
        '`allowedOrigins` has an entry that is not an origin',
        'It is compared whole: there is no wildcard, no pattern',
        'Give each like `https://login.example.com`',
      )
    secure(new URL(origin), 'allowedOrigins')
  }
  if (!(maxInFlight >= 1))
    throw misused(
      '`maxInFlight` is not 1 or more',
      'It would let all through, or none',
      'Give a number, or leave it out',
    )
  return new URL('/oauth/token', originOf(domain))
}

/** A host of letters, digits, dots and hyphens, or in brackets: `URL` also takes one with a `*` in it. */
function isOrigin(text: string): boolean {
  return /^https?:\/\/[\w.:[\]-]+$/.test(text) && parseUrl(text)?.origin === text
}
