import { request } from 'node:http'
import { connect } from 'node:http2'
import { form } from '../../src/server/server.fixture.ts'

export interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Default true. False sends only part of the body. */
  readonly ends?: boolean
}

export interface Received {
  readonly status: number
  readonly cookies: readonly string[]
  readonly body: string
}

/** The answer, and a way to leave before it. */
export interface Exchange {
  readonly received: Promise<Received>
  /** The part of the body that has arrived so far. */
  readonly arrived: () => string
  readonly leave: () => void
}

/** Posts the form as a page of this origin; over HTTP/2 without TLS if the server speaks it. */
export function sendRequest(origin: string, http2: boolean, sent: Sent = {}): Exchange {
  const { method = 'POST', path = '/code', headers, body = form().toString(), ends = true } = sent
  const all = { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers }
  const content = method === 'GET' || method === 'TRACE' ? '' : Buffer.from(body)
  const send = http2 ? overHttp2 : overHttp1
  return send(
    origin,
    method,
    path,
    { ...all, 'content-length': String(content.length) },
    content,
    ends,
  )
}

type Send = (
  origin: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer,
  ends: boolean,
) => Exchange

const overHttp1: Send = (origin, method, path, headers, body, ends) => {
  const outgoing = request(origin, { method, path, headers, agent: false })
  let text = ''
  const received = new Promise<Received>((resolve, reject) => {
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const { statusCode: status = 0, headers } = incoming
      incoming.on('data', (chunk) => (text += chunk))
      incoming.on('end', () =>
        resolve({ status, cookies: headers['set-cookie'] ?? [], body: text }),
      )
    })
  })
  if (ends) outgoing.end(body)
  else outgoing.write(body.slice(0, 9))
  return { received, arrived: () => text, leave: () => outgoing.destroy() }
}

const overHttp2: Send = (origin, method, path, headers, body, ends) => {
  const session = connect(origin)
  const stream = session.request(
    { ':method': method, ':path': path, ...headers },
    { endStream: body === '' },
  )
  let text = ''
  const received = new Promise<Received>((resolve, reject) => {
    stream.on('error', reject)
    session.on('error', reject)
    stream.on('data', (chunk) => (text += chunk))
    stream.on('response', ({ ':status': status = 0, 'set-cookie': cookies = [] }) => {
      stream.on('end', () => resolve({ status, cookies, body: text }))
    })
  }).finally(() => session.close())
  if (!ends) stream.write(body.slice(0, 9))
  else if (body !== '') stream.end(body)
  return { received, arrived: () => text, leave: () => session.destroy() }
}
