import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import Koa, { type Context } from 'koa'
import session from 'koa-session'
import files from 'koa-static'
import { createNodeRecoveryCodeHandler } from 'react-recovery-login/node'
import { client, readAccount, sendPassword, signIn } from './src/sign-in.ts'

const app = new Koa({ keys: ['of the session'] })
/** Without a store, the session is in its cookie, signed but readable. */
const sessions = new Map<string, unknown>()
const store = {
  get: (id: string) => sessions.get(id),
  set: (id: string, session: unknown) => sessions.set(id, session),
  destroy: (id: string) => sessions.delete(id),
}

const router = new Router({ prefix: '/login' })
router.post(
  '/recovery-code',
  createNodeRecoveryCodeHandler<Context>(() => ({
    ...signIn,
    ...client(),
    async onTokens({ access_token }, context) {
      context.session.accessToken = access_token
      await context.session.manuallyCommit()
      return signIn.end(context)
    },
  })),
)
router.post('/password', async (context) => {
  const { handle, headers } = await sendPassword(context)
  for (const [name, value] of headers) context.append(name, value)
  context.body = { handle }
})
router.get('/account', async (context) => {
  context.body = await readAccount(context.session.accessToken)
})

app.use(session({ store }, app)).use(bodyParser()).use(router.routes()).use(files('dist'))
const server = app.listen(0, () => console.log(`http://localhost:${server.address().port}`))
