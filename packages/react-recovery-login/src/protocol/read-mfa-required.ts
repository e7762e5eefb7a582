import { ownMember, ownString, parseJson } from './own-member.ts'

/** What a sign-in that needs a second factor passes to the challenge. */
export interface MfaRequired {
  /** A secret of about 2,000 characters. Never in a URL. */
  readonly mfaToken: string
  /** The factors that may be asked for (`recovery-code`, `otp`, …), if the server lists them. */
  readonly challenge?: readonly string[] | undefined
}

/**
 * Where SDKs keep the response body: auth0-auth-js in `cause`, auth0 in `body` (as text), fetch wrappers in `body`,
 * `json`, `data`, `response`.
 */
const WRAPPERS = ['cause', 'body', 'json', 'data', 'response']
const DEEPEST = 4
/** Characters. The body is about 2 KB; a longer text is a page, not worth parsing. */
const LONGEST = 64 * 1024

/**
 * Reads the 403 `mfa_required` body, or the error object of an SDK that wraps it, into what the challenge needs.
 *
 * @param answer The parsed body, or whatever an SDK threw (auth0-spa-js and auth0-react `MfaRequiredError`, auth0-auth-js
 *   `TokenByPasswordError`, auth0 `AuthApiError`). nextjs-auth0 seals the token in its error: only its own calls take it.
 * @returns Undefined for anything else. Never throws.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa
 */
export function readMfaRequired(answer: unknown): MfaRequired | undefined {
  try {
    return find(answer, 0)
  } catch {
    // A getter of a foreign error object threw.
    return undefined
  }
}

function find(answer: unknown, depth: number): MfaRequired | undefined {
  const mfaToken = ownString(answer, 'mfa_token') ?? ownString(answer, 'mfaToken')
  if (mfaToken !== undefined) {
    const challenge = readChallenge(answer)
    return challenge === undefined ? { mfaToken } : { mfaToken, challenge }
  }
  if (answer === undefined || depth === DEEPEST) return undefined
  for (const wrapper of WRAPPERS) {
    const inner = ownMember(answer, wrapper)
    const isText = typeof inner === 'string' && inner.length <= LONGEST
    const found = find(isText ? parseJson(inner) : inner, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

function readChallenge(answer: unknown): readonly string[] | undefined {
  const requirements = ownMember(answer, 'mfa_requirements') ?? ownMember(answer, 'mfaRequirements')
  const challenge = ownMember(requirements, 'challenge')
  if (!Array.isArray(challenge)) return undefined
  return challenge
    .map((item: unknown) => (typeof item === 'string' ? item : ownString(item, 'type')))
    .filter((type) => type !== undefined)
}
