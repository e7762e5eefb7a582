import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { handlerFor } from './handler.mjs'

const handler = handlerFor(process.env.UPSTREAM)
const server = createServer(async (incoming, outgoing) => {
  const { headers, method, url } = incoming
  const body = method === 'POST' ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}
  const answer = await handler(
    new Request(`http://${headers.host}${url}`, { method, headers, ...body }),
  )
  outgoing.writeHead(answer.status, [...answer.headers].flat()).end(await answer.text())
})
server.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`))
