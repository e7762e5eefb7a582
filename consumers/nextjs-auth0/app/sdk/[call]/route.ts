import { generateSessionCookie } from '@auth0/nextjs-auth0/testing'
import { readMfaRequired } from 'react-recovery-login/server'
import { auth0 } from '../../auth0'

const user = { sub: 'usual@example.com' }
/** Of an hour ago: the next access token needs a refresh. */
const tokenSet = { accessToken: 'old', refreshToken: 'of a test', expiresAt: 1 }

/** Calls of the SDK, as a product's server makes them. */
const calls: Readonly<Record<string, (given: Given) => Promise<unknown>>> = {
  'sign-in': () =>
    auth0().passwordless.verify({
      connection: 'email',
      email: user.sub,
      verificationCode: '123456',
    }),
  'access-token': () => auth0().getAccessToken({ audience: 'https://api.example.com' }),
  verify: (given) => auth0().mfa.verify(given),
  'update-session': () =>
    auth0().updateSession({ user, tokenSet, internal: { sid: '', createdAt: 1 } }),
  session: () => auth0().getSession(),
  'test-session': () =>
    generateSessionCookie({ user, tokenSet }, { secret: process.env.SIGN_IN_SECRET ?? '' }),
}

interface Given {
  readonly mfaToken: string
  readonly recoveryCode: string
}

type Context = { readonly params: Promise<{ readonly call: string }> }

/** Makes a call, and says what came of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const call = calls[(await params).call]
  try {
    return Response.json({ value: await call?.(await request.json()) })
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return Response.json({ name, message, asked: readMfaRequired(error) })
  }
}
