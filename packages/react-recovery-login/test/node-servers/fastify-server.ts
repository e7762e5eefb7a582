import type { Server } from 'node:net'
import fastifyCookie from '@fastify/cookie'
import fastifyForm from '@fastify/formbody'
import fastifySession from '@fastify/session'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Incoming } from '../../src/node/call.ts'
import { createNodeRecoveryCodeHandler } from '../../src/node/create-node-recovery-code-handler.ts'
import { client, secret, type Setup } from './setup.ts'

declare module 'fastify' {
  interface Session {
    person: string
  }
}

export async function fastifyServer(
  app: FastifyInstance,
  { before, sessions, ...setup }: Setup,
): Promise<Server> {
  await app.register(fastifyCookie)
  await app.register(fastifySession, {
    secret,
    cookie: { secure: false },
    saveUninitialized: false,
    store: {
      get: (id, done) => done(null, sessions.kept.get(id) as never),
      set: (id, session, done) => sessions.set(id, session, done),
      destroy: (_id, done) => done(),
    },
  })
  app.addHook('onRequest', async (_request, reply) => void reply.setCookie('seen', '1'))
  const type = 'application/x-www-form-urlencoded'
  if (before === 'form') await app.register(fastifyForm)
  else if (before === 'text')
    app.addContentTypeParser(
      type,
      { parseAs: 'buffer' },
      async (_: FastifyRequest, body: Buffer) => body,
    )
  else
    app.addContentTypeParser(type, async (_: FastifyRequest, body: Incoming) =>
      before === 'reader' ? void (await body.toArray()) : undefined,
    )
  if (before === 'answer')
    app.addHook('preHandler', async (_request, reply) => void reply.raw.writeHead(202).end())
  app.get(
    '/person',
    (request, reply) => void reply.send(JSON.stringify(request.session.person ?? null)),
  )
  app.all(
    '/code',
    createNodeRecoveryCodeHandler<FastifyRequest>({
      ...client(setup),
      clientAddress: (request) => {
        setup.given.push(request)
        return request.ip
      },
      onTokens: async (_tokens, request) => {
        setup.given.push(request)
        request.session.person = 'mira'
        if (setup.saved) await request.session.save()
        return { 'set-cookie': 'own=1' }
      },
    }),
  )
  await app.ready()
  return app.server
}
