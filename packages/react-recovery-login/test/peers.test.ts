import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { version } from 'react'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

declare module 'vitest' {
  interface TaskMeta {
    /** The peer's version that the tests run on: `pnpm test:matrix` checks it against the one that it asked for. */
    peer?: { readonly name: string; readonly version: string }
  }
}

const require = createRequire(import.meta.url)
/** Who else imports a peer. With two copies of one, a test would be about neither. */
const others = ['@tanstack/react-query', '@testing-library/react', 'react-dom', 'react-hook-form']

test.for(Object.keys(manifest.peerDependencies))('one %s for all', (name, { task }) => {
  const ours = require.resolve(`${name}/package.json`)
  for (const other of others) expect([undefined, ours]).toContain(seenBy(other, name))
  const installed = JSON.parse(readFileSync(ours, 'utf8')) as { readonly version: string }
  if (name === 'react') expect(version).toBe(installed.version)
  task.meta.peer = { name, version: installed.version }
})

function seenBy(other: string, name: string): string | undefined {
  try {
    return createRequire(require.resolve(other)).resolve(`${name}/package.json`)
  } catch {
    // It does not import it.
    return undefined
  }
}
