import { OAuthError } from '../oauth-error.ts'

/** @throws OAuthError if the parameter is missing; an empty one counts as missing. */
export function required(name: string, value: string | undefined): string {
  if (value) return value
  throw new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`)
}
