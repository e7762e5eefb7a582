import { installFault } from './installed.mjs'

const fault = installFault()
if (fault) {
  console.error(fault)
  process.exit(1)
}

// Not a static import: that would run before the check, on a Node that cannot load TypeScript.
const { serveDemo } = await import('login-demo/serve')
const { close } = await serveDemo()

// Once: a second Ctrl-C ends it at once.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void close().finally(() => process.exit()))
