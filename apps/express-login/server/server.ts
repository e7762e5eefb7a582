import { join } from 'node:path'
import express, { type Request } from 'express'
import session from 'express-session'
import helmet from 'helmet'
import { createNodeRecoveryCodeHandler } from 'react-recovery-login/node'
import {
  createSignInCookie,
  listAuthenticators,
  readMfaRequired,
} from 'react-recovery-login/server'
import { accountOf } from './account-of.ts'

declare module 'express-session' {
  interface SessionData {
    account: string
  }
}

const { AUTH0_DOMAIN = '', AUTH0_CLIENT_ID = '', AUTH0_CLIENT_SECRET = '' } = process.env
const { SIGN_IN_SECRET = '', SESSION_SECRET = '', PORT = '0' } = process.env

/** The parts of the token endpoint's answer that are read here. */
interface PasswordAnswer {
  readonly id_token?: string
}

/** Seals the mfa token into a cookie; the page gets a handle. */
const signIn = createSignInCookie({ secret: SIGN_IN_SECRET })

const app = express()
// The TLS proxy in front is on this machine.
app.set('trust proxy', 'loopback')
app.use(
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  }),
)
app.use(
  session({
    secret: SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  }),
)
app.use(express.urlencoded())

app.post('/login/password', async (request, response) => {
  const answer = await fetch(`${AUTH0_DOMAIN}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: AUTH0_CLIENT_ID,
      client_secret: AUTH0_CLIENT_SECRET,
      username: String(request.body.email),
      password: String(request.body.password),
      scope: 'openid email',
    }),
  })
  const body = (await answer.json()) as PasswordAnswer
  const mfa = readMfaRequired(body)
  if (mfa) {
    const { handle, headers } = await signIn.start(mfa, request)
    for (const [name, value] of headers) response.append(name, value)
    response.json({ handle })
  } else if (answer.ok) {
    await beginSession(request, accountOf(body.id_token))
    response.json({})
  } else response.status(403).json({ error: 'Email or password is not right.' })
})

app.post(
  '/login/recovery-code',
  createNodeRecoveryCodeHandler<Request>({
    domain: AUTH0_DOMAIN,
    clientId: AUTH0_CLIENT_ID,
    clientSecret: AUTH0_CLIENT_SECRET,
    ...signIn,
    async onTokens({ id_token }, request) {
      await beginSession(request, accountOf(id_token))
      return signIn.end(request)
    },
    onEvent: (event) => console.info('recovery code', JSON.stringify(event)),
  }),
)

/** The next factor: the handle refers to its mfa token, which stays on the server. */
app.get('/login/factors/:handle', async (request, response) => {
  const mfaToken = await signIn.resolveMfaToken(request.params.handle, request)
  if (mfaToken === undefined) return void response.status(401).json([])
  const factors = await listAuthenticators({ domain: AUTH0_DOMAIN, mfaToken })
  response.json(factors.map((factor) => factor.authenticator_type))
})

app.get('/me', (request, response) => {
  response.json({ account: request.session.account ?? null })
})

app.post('/sign-out', (request, response, next) => {
  for (const [name, value] of signIn.end(request)) response.append(name, value)
  request.session.destroy((error) => {
    if (error) return next(error)
    response.clearCookie('connect.sid').redirect(303, '/')
  })
})

const page = join(import.meta.dirname, '../page')
app.use(express.static(page, { index: false }))
app.get('/{*path}', (_request, response) => {
  response.set('cache-control', 'no-store').sendFile(join(page, 'index.html'))
})

const server = app.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object')
    console.info(`http://127.0.0.1:${address.port}`)
})

/** Replaces the previous session, and saves the new one before the response. */
function beginSession(request: Request, account: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.regenerate((error) => {
      if (error) return reject(error)
      request.session.account = account
      request.session.save((error) => (error ? reject(error) : resolve()))
    })
  })
}
