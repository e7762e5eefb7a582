import type { NextRequest } from 'next/server'
import { auth0 } from './app/auth0'

/** The SDK's own routes, `/auth/mfa/verify` among them. */
export const proxy = (request: NextRequest) => auth0().middleware(request)

export const config = { matcher: ['/auth/:path*'] }
