import { connect } from 'node:net'

export interface RawRequest {
  /** The request's first line, sent as is. */
  readonly line: string
  /** Besides `Host`. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** Writes a raw request to a socket, which no client would, and returns the answer: its head and what came with it. */
export function sendRaw(
  url: string,
  { line, headers = {}, body = '' }: RawRequest,
): Promise<string> {
  const { hostname, port, host } = new URL(url)
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), hostname)
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      answer += text
      if (!/\r\n\r\n./s.test(answer) && !/^content-length: 0\r/im.test(answer)) return
      socket.destroy()
      resolve(answer)
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
    const head = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`)
    socket.write(`${[line, ...head].join('\r\n')}\r\n\r\n`)
    socket.write(body)
  })
}

/** An answer's status, or 0 if there was none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0)
}
