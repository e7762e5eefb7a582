import { installFault } from './installed.mjs'

const fault = installFault()
if (fault) {
  console.error(fault)
  process.exit(1)
}

// No static imports: they would run before the check, on a Node that cannot load TypeScript.
const { serveDemo } = await import('login-demo/serve')
const { fromSource } = await import('./from-source.ts')
const fleet = process.argv.includes('--fleet')
const { close } = await serveDemo({ fleet, vite: { resolve: fromSource.resolve } })

// Once: a second Ctrl-C ends it immediately.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void close().finally(() => process.exit()))
