'use client'

export { ServerLogin as Page } from '../src/server-login'
