import { misused } from '../protocol/recovery-code-error.ts'
import { originOf } from '../protocol/transport.ts'
import type { RecoveryCodeHandlerOptions } from './recovery-code-handler-options.ts'

/**
 * Looks at the options when the handler is made, so that a mistake shows at start and not at a person's login.
 *
 * @returns The token endpoint.
 * @throws RecoveryCodeError `misused`
 */
export function checkOptions(options: RecoveryCodeHandlerOptions): URL {
  const { domain, clientId, clientSecret, clientAssertion, onTokens, allowedOrigins = [] } = options
  if (!domain || !clientId)
    throw misused(
      `\`${domain ? 'clientId' : 'domain'}\` is missing`,
      'The token endpoint cannot be asked without it',
      'Pass it, and look whether the environment variable that holds it is set',
    )
  if (!clientSecret === !clientAssertion)
    throw misused(
      `The handler has ${clientSecret ? 'both' : 'neither'} \`clientSecret\` and \`clientAssertion\``,
      'It exists to prove with one of them that the request comes from your server',
      'Pass one, and look whether the environment variable that holds it is set; a public client needs no handler',
    )
  if (typeof onTokens !== 'function')
    throw misused(
      '`onTokens` is missing',
      'The tokens stay on the server, so nobody would be signed in',
      'Make the session there, and return its headers',
    )
  for (const origin of allowedOrigins)
    if (!isOrigin(origin))
      throw misused(
        '`allowedOrigins` has an entry that is no origin',
        'It is compared whole with the `Origin` header, and there is no wildcard',
        'Give each like `https://login.example.com`: a scheme, a host, nothing after it',
      )
  return new URL('/oauth/token', originOf(domain))
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}
