// `shadcn add` as in the docs. The command asks shadcn's registry for the app's colours even if the item is a file, so
// an empty stand-in server answers here. The item's dependencies come from npm, in yesterday's versions.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'

const noColors = JSON.stringify({
  inlineColors: { light: {}, dark: {} },
  cssVars: { light: {}, dark: {} },
  cssVarsV4: { light: {}, dark: {} },
  inlineColorsTemplate: '',
  cssVarsTemplate: '',
})
const asked = []
const registry = createServer(({ url }, response) => {
  asked.push(url)
  const known = url.startsWith('/colors/')
  response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
  response.end(known ? noColors : '{}')
})
registry.listen(0, '127.0.0.1')
await once(registry, 'listening')

const item = './node_modules/react-recovery-login/registry/recovery-code.json'
const command = spawn('npx', ['shadcn', 'add', '--yes', item], {
  stdio: 'inherit',
  env: {
    ...process.env,
    REGISTRY_URL: `http://127.0.0.1:${registry.address().port}`,
    npm_config_before: new Date(Date.now() - 86_400_000).toISOString(),
  },
})
const [status] = await once(command, 'exit')
registry.close()
if (status !== 0) console.error(`shadcn asked for ${asked.join(', ')}`)
process.exitCode = status ?? 1
