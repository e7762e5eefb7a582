import { randomBytes } from 'node:crypto'

/** Who is signed in, in this process alone. A product keeps its sessions where they outlive it. */
export interface Sessions {
  /** Gives the `set-cookie` of a new session. */
  begin(account: string): string
  /** The account of the request's session. */
  find(request: Request): string | undefined
  /** Gives the `set-cookie` that takes the cookie away. */
  end(request: Request): string
}

export function createSessions(): Sessions {
  const accounts = new Map<string, string>()
  return {
    begin(account) {
      const id = randomBytes(32).toString('base64url')
      accounts.set(id, account)
      return cookie(id)
    },
    find: (request) => accounts.get(sessionId(request)),
    end(request) {
      accounts.delete(sessionId(request))
      return `${cookie('')}; Max-Age=0`
    },
  }
}

/** Over https it is also `Secure`, and its name begins with `__Host-`. */
function cookie(id: string): string {
  return `session=${id}; Path=/; HttpOnly; SameSite=Strict`
}

function sessionId(request: Request): string {
  return /(?:^|; )session=([\w-]+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
}
