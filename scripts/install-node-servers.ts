// Installs what the `/node` tests run on: Express, Fastify and Koa, from their own lockfile, so `start` doesn't need
// them. Takes half a second if everything is already installed.
import { join } from 'node:path'
import { packageFolder, pnpm } from './pack.ts'

/** The folder with the frameworks. */
export const nodeServers: string = join(packageFolder, 'test/node-servers')

/** Global setup for the tests that run on them. @throws Error with what pnpm printed. */
export default function installNodeServers(): void {
  pnpm(['install', '--frozen-lockfile', '--prefer-offline'], nodeServers)
}

if (import.meta.main) installNodeServers()
