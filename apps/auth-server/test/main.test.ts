import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { RECOVERY_CODE_GRANT } from './client.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const email = 'usual@example.com'

function run(...options: string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** What it prints once it listens, up to the line that matches `end`. */
async function printed(child: ChildProcess, end: RegExp): Promise<string> {
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += chunk
    if (end.test(text)) return text
  }
  throw new Error(`It ended after: ${text}`)
}

async function token(url: string, form: Record<string, string>): Promise<Record<string, string>> {
  const body = new URLSearchParams({ client_id: 'spa', ...form })
  return (await fetch(`${url}/oauth/token`, { method: 'POST', body })).json()
}

async function signIn(url: string, code: string): Promise<Record<string, string>> {
  const { mfa_token = '' } = await token(url, {
    grant_type: 'password',
    username: email,
    password: 'demo-password',
  })
  return token(url, { grant_type: RECOVERY_CODE_GRANT, mfa_token, recovery_code: code })
}

test('the command prints what to type, keeps its state when killed, and ends when told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'auth-server-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const options = ['--state-file', join(folder, 'state.json')]

  const first = run(...options)
  const text = await printed(first, /remembers it/)
  const url = /http:\S+/.exec(text)?.[0] ?? ''
  const code = new RegExp(`^${email}\\s+(\\S+)`, 'm').exec(text)?.[1] ?? ''
  const next = (await signIn(url, code)).recovery_code ?? ''
  first.kill('SIGKILL')
  await once(first, 'exit')

  const second = run(...options)
  const again = /http:\S+/.exec(await printed(second, /remembers it/))?.[0] ?? ''
  expect(await signIn(again, code)).toMatchObject({ error: 'invalid_grant' })
  expect(await signIn(again, next)).toHaveProperty('access_token')
  second.kill('SIGTERM')
  expect(await once(second, 'exit')).toEqual([0, null])
}, 20_000)

test.for(['x', '-1', '65536', '80.5'])(
  'port %s is refused with what would be right',
  async (port) => {
    const child = run(`--port=${port}`)
    let text = ''
    child.stderr?.on('data', (chunk) => (text += String(chunk)))
    const [exitCode] = await once(child, 'close')
    expect(exitCode).toBe(1)
    expect(text).toContain('Give a number from 0')
  },
)
