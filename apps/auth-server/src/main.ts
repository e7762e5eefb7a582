import { parseArgs } from 'node:util'
import { startAuthServer, type SeededAccount } from './auth-server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'state-file': { type: 'string' },
    origin: { type: 'string', multiple: true },
  },
})
const port = Number(values.port)
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  throw new Error(
    `--port ${values.port} is not a port. Give a number from 0 (any free one) to 65535.`,
  )

const server = await startAuthServer({
  port,
  stateFile: values['state-file'],
  origins: values.origin,
})
console.log(`Auth server at ${server.url}\nPassword of every account: ${server.password}\n`)
console.log(table(server.accounts))
if (values['state-file'] !== undefined)
  console.log(`\nA code used in an earlier run is spent: ${values['state-file']} remembers it.`)

// Once: a second Ctrl-C ends it immediately.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().finally(() => process.exit()))

function table(accounts: readonly SeededAccount[]): string {
  const widest = Math.max(...accounts.map(({ email }) => email.length))
  return accounts
    .map(
      ({ email, recoveryCode = 'no recovery code', shows }) =>
        `${email.padEnd(widest)}  ${recoveryCode.padEnd(24)}  ${shows}`,
    )
    .join('\n')
}
