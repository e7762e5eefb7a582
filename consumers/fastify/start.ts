import cookie from '@fastify/cookie'
import form from '@fastify/formbody'
import session from '@fastify/session'
import files from '@fastify/static'
import Fastify, { type FastifyRequest } from 'fastify'
import { createNodeRecoveryCodeHandler } from 'react-recovery-login/node'
import { client, readAccount, sendPassword, signIn } from './src/sign-in.ts'

const app = Fastify()
app.register(form)
app.register(cookie)
app.register(session, {
  secret: 'of the session, 32 characters or more',
  cookie: { secure: false },
  saveUninitialized: false,
})

app.post(
  '/login/recovery-code',
  createNodeRecoveryCodeHandler<FastifyRequest>(() => ({
    ...signIn,
    ...client(),
    async onTokens({ access_token }, request) {
      await request.session.regenerate()
      request.session.set('accessToken', access_token)
      await request.session.save()
      return signIn.end(request)
    },
  })),
)
app.post('/login/password', async (request, reply) => {
  const { handle, headers } = await sendPassword(request)
  for (const [name, value] of headers) reply.header(name, value)
  return { handle }
})
app.get('/login/account', ({ session }) => readAccount(session.get('accessToken')))
app.register(files, { root: `${import.meta.dirname}/dist` })

console.log(await app.listen({ port: 0 }))
