// The pages of the docs that are the text around the files of a running app: puts the files into their blocks anew.
// `pnpm docs:files`, after a change to one of them. A block is opened by its language and the file's path, which stands
// above it as well: no reader of a page sees what opens a block.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Each page, and the folder that its paths begin in. */
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

/** A page with its files as they are now. @throws Error if there is no such file. */
export function withFiles(page: string): string {
  const folder = join(root, pages[page] ?? '')
  return readFileSync(join(root, page), 'utf8').replaceAll(
    BLOCK,
    (_, opened: string, path: string) =>
      `**\`${path}\`**\n\n${opened}${readFileSync(join(folder, path), 'utf8')}\`\`\``,
  )
}

/** The commands of a block of shell that is named so. */
export function commandsOf(page: string, name: string): string[] {
  const text = readFileSync(join(root, page), 'utf8')
  const [, commands] =
    new RegExp(String.raw`^\`\`\`sh ${name}\n(.*?)^\`\`\`$`, 'ms').exec(text) ?? []
  return commands?.trim().split('\n') ?? []
}

if (import.meta.main)
  for (const page of Object.keys(pages)) writeFileSync(join(root, page), withFiles(page))
