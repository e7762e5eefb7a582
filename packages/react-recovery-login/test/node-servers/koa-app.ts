import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import koaSession from 'koa-session'
import { createNodeRecoveryCodeHandler } from '../../src/node/create-node-recovery-code-handler.ts'
import { client, secret, type Setup } from './setup.ts'

export function koaApp({ before, sessions, ...setup }: Setup): ReturnType<Koa['callback']> {
  const app = new Koa()
  app.keys = [secret]
  app.silent = true
  app.use(async (context, next) => {
    context.cookies.set('seen', '1')
    await next()
  })
  app.use(
    koaSession(
      {
        store: {
          get: async (id: string) => sessions.kept.get(id),
          set: (id: string, session: unknown) =>
            new Promise<void>((resolve, reject) =>
              sessions.set(id, session, (error) => (error ? reject(error) : resolve())),
            ),
          destroy: async () => undefined,
        },
      },
      app,
    ),
  )
  if (before === 'form') app.use(bodyParser())
  if (before === 'text')
    app.use(bodyParser({ enableTypes: ['text'], extendTypes: { text: ['*/*'] } }))
  if (before === 'json') app.use(bodyParser({ enableTypes: ['json'] }))
  if (before === 'reader')
    app.use(async (context, next) => {
      await context.req.toArray()
      await next()
    })
  if (before === 'answer')
    app.use(async (context, next) => {
      context.res.writeHead(202).end()
      await next()
    })
  const handler = createNodeRecoveryCodeHandler<Koa.Context>({
    ...client(setup),
    clientAddress: (context) => {
      setup.given.push(context)
      return context.ip
    },
    onTokens: async (_tokens, context) => {
      setup.given.push(context)
      context.session.person = 'mira'
      if (setup.saved) await context.session.manuallyCommit()
      return { 'set-cookie': 'own=1' }
    },
  })
  app.use(async (context) => {
    if (context.path === '/person') context.body = JSON.stringify(context.session?.person ?? null)
    else await handler(context, undefined)
  })
  return app.callback()
}
