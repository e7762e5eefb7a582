// What the tests of `/node` run on: Express, Fastify and Koa, from a lockfile of their own, so that `start` does without.
// Of what is there already it takes half a second.
import { join } from 'node:path'
import { packageFolder, pnpm } from './pack.ts'

/** The folder that has the frameworks. */
export const nodeServers: string = join(packageFolder, 'test/node-servers')

/** The global setup of the tests that run on them. @throws Error with what pnpm printed. */
export default function installNodeServers(): void {
  pnpm(['install', '--frozen-lockfile', '--prefer-offline'], nodeServers)
}

if (import.meta.main) installNodeServers()
