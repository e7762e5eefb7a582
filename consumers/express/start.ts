import { promisify } from 'node:util'
import express from 'express'
import session from 'express-session'
import { createNodeRecoveryCodeHandler } from 'react-recovery-login/node'
import { client, readAccount, sendPassword, signIn } from './src/sign-in.ts'

const app = express()
app.use(express.urlencoded(), express.json())
app.use(session({ secret: 'of the session', resave: false, saveUninitialized: false }))

app.post(
  '/login/recovery-code',
  createNodeRecoveryCodeHandler<express.Request>(() => ({
    ...signIn,
    ...client(),
    async onTokens({ access_token }, request) {
      await promisify(request.session.regenerate).call(request.session)
      request.session.accessToken = access_token
      await promisify(request.session.save).call(request.session)
      return signIn.end(request)
    },
  })),
)
app.post('/login/password', async (request, response) => {
  const { handle, headers } = await sendPassword(request)
  for (const [name, value] of headers) response.append(name, value)
  response.json({ handle })
})
app.get('/login/account', async ({ session }, response) => {
  response.json(await readAccount(session.accessToken))
})
app.use(express.static('dist'))

const server = app.listen(0, () => console.log(`http://localhost:${server.address().port}`))
