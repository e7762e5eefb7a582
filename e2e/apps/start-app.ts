import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { commandsOf, filesOf, pages } from '../../scripts/docs-files.ts'
import { runApp, type RunningApp } from '../../scripts/run-app.ts'

/**
 * Builds the app in an empty folder from its docs page alone: its files, its commands, and its packages with the packed
 * kit (with `pnpm test:apps --workspace`, a copy of the built files), in the versions of the app's lockfile.
 */
export async function startApp(page: string): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), 'app-'))
  for (const { path, text } of filesOf(page)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const own = join(import.meta.dirname, '../..', pages[page] ?? '')
  const run = commandsOf(page, 'run')
  const manifest = {
    ...JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')),
    scripts: { build: run.slice(0, -1).join(' && '), start: run.at(-1) },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  copyFileSync(join(own, 'package-lock.json'), join(folder, 'package-lock.json'))
  const app = await runApp(folder, { packed: process.env['APPS_ON'] !== 'workspace' })
  return {
    ...app,
    close() {
      app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
