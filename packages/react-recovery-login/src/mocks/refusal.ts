import { HttpResponse } from 'msw'

/** An OAuth error on the wire (RFC 6749 §5.2). */
export function refusal(
  status: number,
  error: string,
  description?: string,
  headers?: HeadersInit,
): Response {
  const body = { error, ...(description !== undefined && { error_description: description }) }
  return HttpResponse.json(body, { status, ...(headers && { headers }) })
}

/** A wrong code, a spent one, or none enrolled: Auth0 answers all the same. */
export function codeRejected(): Response {
  return refusal(403, 'invalid_grant', 'MFA Authorization rejected.')
}
