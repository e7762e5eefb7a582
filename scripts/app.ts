// Runs one of the two apps outside the workspace, in production, beside the auth server: `pnpm app next-login` on a copy of
// the built files of the workspace, `pnpm app next-login --packed` on the tarball.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describeAccounts } from '../apps/login-demo/server/describe-demo.ts'
import { runApp, type RunningApp } from './run-app.ts'

const MADE = /^(?:node_modules|\.next|dist|next-env\.d\.ts)$/
const [name = '', ...flags] = process.argv.slice(2)
const own = join(import.meta.dirname, '../apps', name)
if (name === '' || !existsSync(join(own, 'package-lock.json')))
  throw new Error('Name the app: `pnpm app next-login` or `pnpm app express-login`.')

const folder = mkdtempSync(join(tmpdir(), `${name}-`))
let app: RunningApp | undefined
process.once('exit', () => {
  app?.close()
  rmSync(folder, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit())

cpSync(own, folder, { recursive: true, filter: (from) => !MADE.test(basename(from)) })
console.log(`Installing and building ${name} …`)
app = await runApp(folder, { packed: flags.includes('--packed') })
console.log(`\n${name}\n  ${app.url}/\n\n${describeAccounts(app.auth)}`)
