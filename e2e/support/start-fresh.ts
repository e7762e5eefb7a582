import type { AuthServerOptions } from 'auth-server'
import type { Demo, ServeDemoOptions } from 'login-demo/serve'
import { afterAll } from 'vitest'
import { serveSite, type Site } from './serve-site.ts'
import { TokenEndpoint } from './token-endpoint.ts'

/** A fresh demo, and what its OAuth server sees. */
export interface FreshDemo {
  readonly demo: Demo
  readonly tokenEndpoint: TokenEndpoint
}

/** One of each per file, so its pages are compiled once. */
const started = new Map<Site, Promise<Demo>>()

afterAll(async () => {
  for (const demo of started.values()) await (await demo).close()
})

export interface StartOptions extends Pick<
  ServeDemoOptions,
  'webClient' | 'held' | 'withoutHeaders'
> {
  /** The OAuth server's clock, in epoch milliseconds. */
  readonly now?: AuthServerOptions['now']
}

/** By default its server holds no answers: most tests are about what a page alone can do. */
export async function startFresh(
  site: Site,
  { now, held = false, ...options }: StartOptions = {},
): Promise<FreshDemo> {
  const starting = started.get(site) ?? serveSite(site)
  started.set(site, starting)
  const demo = await starting
  const tokenEndpoint = new TokenEndpoint()
  await demo.restart({
    auth: { intercept: tokenEndpoint.intercept, ...(now && { now }) },
    held,
    ...options,
  })
  return { demo, tokenEndpoint }
}
