import { errors } from 'oidc-provider'

export interface OAuthErrorOptions {
  /** Members of the answer's body besides `error` and `error_description`. */
  readonly members?: Readonly<Record<string, unknown>>
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number
}

/** A refusal with its own status and members, which the library's errors lack. */
export class OAuthError extends errors.OIDCProviderError {
  readonly members: Readonly<Record<string, unknown>>
  readonly retryAfter: number | undefined

  constructor(
    status: number,
    error: string,
    description: string,
    { members = {}, retryAfter }: OAuthErrorOptions = {},
  ) {
    super(status, error)
    this.error_description = description
    this.members = members
    this.retryAfter = retryAfter
  }

  /** The answer's body. */
  get body(): Record<string, unknown> {
    return { error: this.error, error_description: this.error_description, ...this.members }
  }
}
