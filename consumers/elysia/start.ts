import { readFileSync } from 'node:fs'
import { node } from '@elysiajs/node'
import { Elysia } from 'elysia'
import { answerLogin } from './src/server.ts'

/** Instead of Elysia's `file`, which on Node sends both a length and chunks: Chromium then shows an empty page. */
const file = (name: string, type: string) => () =>
  new Response(readFileSync(`dist/${name}`), { headers: { 'content-type': type } })

new Elysia({ adapter: node() })
  .all('/login/*', ({ request }) => answerLogin(request), { parse: 'none' })
  .get('/', file('index.html', 'text/html'))
  .get('/app.js', file('app.js', 'text/javascript'))
  .get('/app.css', file('app.css', 'text/css'))
  .listen(process.env.PORT, ({ port }) => console.log(`http://localhost:${port}`))
