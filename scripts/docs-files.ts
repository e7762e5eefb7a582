// Updates the docs pages that show a running app's files: `pnpm docs:files`, after changing one. A block opens with its
// language and the file's path, which is repeated above it, because readers don't see what opens a block.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Each page, and the folder its paths are relative to. */
export const pages: Readonly<Record<string, string>> = {
  'docs/nextjs.md': 'apps/next-login',
  'docs/express.md': 'apps/express-login',
  'docs/react-router.md': 'consumers',
  'docs/public-client.md': 'consumers',
  'docs/beside-an-auth0-sdk.md': 'consumers',
  'docs/enrolment.md': 'apps/login-demo',
}

export interface FileBlock {
  readonly path: string
  readonly text: string
}

const BLOCK = /^(?:\*\*`\S+`\*\*\n\n)?(```\w+ (\S+\.\w+)\n)(.*?)^```$/gms

/** The files that a page shows. */
export function filesOf(page: string): FileBlock[] {
  const text = readFileSync(join(root, page), 'utf8')
  return Array.from(text.matchAll(BLOCK), ([, , path = '', text = '']) => ({ path, text }))
}

/** A page with its files updated. @throws Error if a file is missing. */
export function withFiles(page: string): string {
  const folder = join(root, pages[page] ?? '')
  return readFileSync(join(root, page), 'utf8').replaceAll(
    BLOCK,
    (_, opened: string, path: string) =>
      `**\`${path}\`**\n\n${opened}${readFileSync(join(folder, path), 'utf8')}\`\`\``,
  )
}

/** The commands of the shell block with that name. */
export function commandsOf(page: string, name: string): string[] {
  const text = readFileSync(join(root, page), 'utf8')
  const [, commands] =
    new RegExp(String.raw`^\`\`\`sh ${name}\n(.*?)^\`\`\`$`, 'ms').exec(text) ?? []
  return commands?.trim().split('\n') ?? []
}

if (import.meta.main)
  for (const page of Object.keys(pages)) writeFileSync(join(root, page), withFiles(page))
