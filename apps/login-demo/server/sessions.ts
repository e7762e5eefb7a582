import { randomBytes } from 'node:crypto'

/** Who is signed in. */
export interface Sessions {
  /** Returns the `set-cookie` for a new session, and ends the request's previous one. */
  begin(account: string, request: Request): string | Promise<string>
  /** The account of the request's session. */
  find(request: Request): string | undefined | Promise<string | undefined>
  /** Returns the `set-cookie` that removes the cookie. */
  end(request: Request): string
}

interface Session {
  readonly account: string
  /** Epoch milliseconds. */
  readonly ends: number
}

/** Milliseconds. */
export const LIFETIME = 8 * 3_600_000
const MOST = 100

/**
 * Only in this process. A product stores its sessions where they outlive it.
 *
 * @param now Epoch milliseconds. Default `Date.now`.
 */
export function createSessions(now: () => number = Date.now): Sessions {
  // The oldest comes first, and ends first.
  const sessions = new Map<string, Session>()
  return {
    begin(account, request) {
      sessions.delete(sessionId(request))
      for (const [id, { ends }] of sessions)
        if (ends <= now() || sessions.size >= MOST) sessions.delete(id)
      const id = randomBytes(32).toString('base64url')
      sessions.set(id, { account, ends: now() + LIFETIME })
      return cookie(id)
    },
    find(request) {
      const session = sessions.get(sessionId(request))
      return session !== undefined && now() < session.ends ? session.account : undefined
    },
    end(request) {
      sessions.delete(sessionId(request))
      return `${cookie('')}; Max-Age=0`
    },
  }
}

/** Over https it is also `Secure`, and its name starts with `__Host-`. */
export function cookie(id: string): string {
  return `session=${id}; Path=/; HttpOnly; SameSite=Strict`
}

/** The cookie's value; empty if there is none. */
export function sessionId(request: Request): string {
  return /(?:^|; )session=([\w.-]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
}
