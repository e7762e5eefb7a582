import { serveSite, type Site } from './support/serve-site.ts'

const sites: readonly Site[] = ['login', 'hosts']

/** Bundles what the pages load once, before the workers start, so they share the result. */
export default async function setup(): Promise<void> {
  for (const site of sites) await (await serveSite(site)).close()
}
