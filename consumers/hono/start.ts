import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { answerLogin } from './src/server.ts'

const app = new Hono()
app.all('/login/*', ({ req }) => answerLogin(req.raw))
app.use(serveStatic({ root: './dist' }))

serve({ fetch: app.fetch, port: 0 }, ({ port }) => console.log(`http://localhost:${port}`))
