import type { IncomingHttpHeaders } from 'node:http'
import type { AuthServerOptions } from 'auth-server'

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** As received, undecoded. */
  readonly body: string
}

const SECRET = /"(mfa_token|recovery_code|access_token|id_token)":"([^"]+)"/g

/** What reached the OAuth server, and ways to delay answers and to lose them. */
export class TokenEndpoint {
  readonly #requests: SeenRequest[] = []
  readonly #answers: string[] = []
  #open: Promise<void> = Promise.resolve()
  #losing = false

  /** The requests with a recovery code, oldest first. */
  get recoveries(): readonly SeenRequest[] {
    return this.#requests.filter(({ body }) => body.includes('mfa-recovery-code'))
  }

  /** The secrets in its answers, by their wire names. */
  get secrets(): Record<string, string> {
    const found = this.#answers.flatMap((answer) => [...answer.matchAll(SECRET)])
    return Object.fromEntries(found.map(([, name, value]) => [name, value]))
  }

  /** Holds every request from now on, unhandled, until the returned function is called. */
  hold(): () => void {
    let release = () => {}
    this.#open = new Promise((resolve) => {
      release = resolve
    })
    return release
  }

  /** From now on the server does its work but its answers are lost, until the returned function is called. */
  loseAnswers(): () => void {
    this.#losing = true
    return () => {
      this.#losing = false
    }
  }

  readonly intercept: NonNullable<AuthServerOptions['intercept']> = (request, response, handle) => {
    const { method = '', url: path = '', headers, emit } = request
    const chunks: Buffer[] = []
    // Observes what the server reads. A listener would start the stream before the server listens.
    request.emit = (event: string | symbol, ...values: unknown[]) => {
      if (event === 'data' && values[0] instanceof Buffer) chunks.push(values[0])
      if (event === 'end')
        this.#requests.push({ method, path, headers, body: Buffer.concat(chunks).toString() })
      return emit.call(request, event, ...values)
    }
    const { end } = response
    response.end = ((...values: unknown[]) => {
      this.#answers.push(String(values[0]))
      return Reflect.apply(end, response, values)
    }) as typeof end
    // Chromium itself resends a POST if a kept-alive connection ends without an answer.
    response.shouldKeepAlive = false
    if (this.#losing) response.writeHead = () => response.destroy()
    void this.#open.then(() => handle(request, response))
  }
}
