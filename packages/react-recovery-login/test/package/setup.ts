import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { pack, packageFolder, pnpm } from '../../../../scripts/pack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A project outside the workspace with the packed tarball installed. */
    consumer: string
  }
}

const peers = ['react', 'react-dom', 'react-hook-form', '@tanstack/react-query', 'msw', 'jose']
/** A page to run the hooks in. */
const page = ['jsdom']
const types = ['@types/react', '@types/react-dom', '@types/node']
/** The docs' test tools for a login page. */
const testing = ['vitest', '@testing-library/react', '@testing-library/user-event']

/** Packs once, and installs the tarball as an app would; the peers come from the workspace, so it works offline. */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'consumer-')))
  cpSync(join(import.meta.dirname, 'consumer'), folder, { recursive: true })
  const root = join(packageFolder, '../..')
  const dependencies = {
    'react-recovery-login': `file:${pack(folder)}`,
    ...Object.fromEntries(
      [...peers, ...page, ...types, ...testing].map((name) => [
        name,
        `link:${root}/node_modules/${name}`,
      ]),
    ),
  }
  const manifest = { name: 'consumer', private: true, type: 'module', dependencies }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  pnpm(['install', '--offline', '--no-frozen-lockfile'], folder)
  project.provide('consumer', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
