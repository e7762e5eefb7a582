import { OAuthError } from '../oauth-error.ts'

/** @throws OAuthError where the parameter did not come; an empty one counts as absent. */
export function required(name: string, value: string | undefined): string {
  if (value) return value
  throw new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`)
}
