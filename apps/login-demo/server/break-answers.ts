import type { Connect } from 'vite'

/**
 * How an answer to a recovery code is lost: before its first byte, in the middle of its body, or by a kept-alive
 * connection that dies, after which Chromium sends the request again by itself.
 */
export type Break = 'drop' | 'cut' | 'reset'

export function isBreak(how: string): how is Break {
  return how === 'drop' || how === 'cut' || how === 'reset'
}

/** Breaks connections on request, so anyone can see a lost answer come back. */
export interface AnswerBreaker {
  /** Breaks the next answer. */
  arm(how: Break): void
  readonly middleware: Connect.NextHandleFunction
}

export function createAnswerBreaker(): AnswerBreaker {
  let next: Break | undefined
  return {
    arm(how) {
      next = how
    },
    middleware(request, response, proceed) {
      const how = next
      if (how === undefined || request.url !== '/login/recovery-code') return proceed()
      next = undefined
      if (how !== 'reset') response.shouldKeepAlive = false
      const { write } = response
      // A proxied answer is written, any other ended.
      const breakOff = (body?: Buffer) => {
        if (how !== 'cut' || body === undefined) request.socket.destroy()
        else {
          if (!response.headersSent) response.setHeader('content-length', body.length)
          const half = body.subarray(0, body.length / 2)
          Reflect.apply(write, response, [half, () => request.socket.destroy()])
        }
        return true
      }
      Object.assign(response, { write: breakOff, end: breakOff })
      return proceed()
    },
  }
}
