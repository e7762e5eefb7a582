import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { version } from 'react'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }

declare module 'vitest' {
  interface TaskMeta {
    /** The peer's version under test: `pnpm test:matrix` checks it against the requested one. */
    peer?: { readonly name: string; readonly version: string }
  }
}

const require = createRequire(import.meta.url)
/** Packages that also import a peer. With two copies of a peer, a test would prove nothing. */
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
    // This package does not import the peer.
    return undefined
  }
}
