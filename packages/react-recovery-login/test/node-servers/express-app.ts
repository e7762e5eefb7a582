import type express from 'express'
import expressSession, { Store } from 'express-session'
import { createNodeRecoveryCodeHandler } from '../../src/node/create-node-recovery-code-handler.ts'
import { client, secret, type Sessions, type Setup } from './setup.ts'

declare module 'express-session' {
  interface SessionData {
    person: string
  }
}

export function expressApp(framework: typeof express, setup: Setup): express.Express {
  const app = framework()
  const { before, sessions } = setup
  app.use((_request, response, next) => {
    response.cookie('seen', '1')
    next()
  })
  app.use(
    expressSession({
      secret,
      store: expressStore(sessions),
      resave: false,
      saveUninitialized: false,
    }),
  )
  if (before === 'form') app.use(framework.urlencoded({ extended: true }), framework.json())
  if (before === 'text') app.use(framework.raw({ type: '*/*' }))
  if (before === 'json') app.use(framework.json())
  if (before === 'reader')
    app.use((request, _response, next) => void request.toArray().then(() => next()))
  if (before === 'answer')
    app.use((_request, response, next) => {
      response.status(202).end()
      next()
    })
  app.get('/person', (request, response) => void response.json(request.session.person ?? null))
  app.all(
    '/code',
    createNodeRecoveryCodeHandler<express.Request>({
      ...client(setup),
      clientAddress: (request) => {
        setup.given.push(request)
        return request.ip
      },
      onTokens: async (_tokens, request) => {
        setup.given.push(request)
        request.session.person = 'mira'
        if (setup.saved)
          await new Promise<void>((resolve, reject) =>
            request.session.save((error) => (error ? reject(error) : resolve())),
          )
        return { 'set-cookie': 'own=1' }
      },
    }),
  )
  // Express's default handler prints the error.
  app.use(((_error, _request, _response, _next) => undefined) satisfies express.ErrorRequestHandler)
  return app
}

function expressStore(sessions: Sessions): Store {
  return new (class extends Store {
    get(id: string, done: (error: unknown, session?: expressSession.SessionData | null) => void) {
      done(null, sessions.kept.get(id) as expressSession.SessionData | undefined)
    }
    set(
      id: string,
      session: expressSession.SessionData,
      done: (error?: unknown) => void = nothing,
    ) {
      sessions.set(id, session, done)
    }
    destroy(_id: string, done: (error?: unknown) => void = nothing) {
      done()
    }
  })()
}

function nothing(): void {}
