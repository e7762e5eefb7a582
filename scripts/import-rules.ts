import type { OxlintOverride } from 'oxlint'

const src = 'packages/*/src'
/** The tests and what they share. */
export const tests: string[] = ['packages/*/test/**', `${src}/**/*.test.ts`, `${src}/**/*.test.tsx`]

interface Imports {
  readonly folders?: readonly string[]
  /** Folders that export only types. */
  readonly types?: readonly string[]
  readonly packages?: readonly string[]
}

const shared = ['protocol', 'host', 'labels']
/** The flow knows a screen's props but renders nothing. */
const challenge = { folders: [...shared, 'capture', 'parts'], types: ['prompt', 'message'] }
const capture = [...shared, 'field', 'parts']

/** Components and hooks have separate doors, and that of the hooks has no markup. */
const noMarkup = {
  regex: String.raw`\.tsx$`,
  message: 'A .ts file draws nothing, so it imports no .tsx.',
}

/**
 * Who may import what. A later entry replaces an earlier one, so each lists everything its files may import besides
 * their neighbours in the same folder.
 */
export const importRules: OxlintOverride[] = [
  // A folder without its own entry.
  ...mayImport('**', {}),
  ...mayImport('protocol/**', {}),
  ...mayImport('host/**', { packages: ['react'] }),
  ...mayImport('labels/**', { types: ['protocol'] }),
  ...mayImport('field/**', { folders: ['protocol', 'host'], packages: ['react'] }),
  ...mayImport('parts/**', { folders: ['labels'], packages: ['react'] }),
  ...mayImport('prompt/**', {
    folders: [...shared, 'field', 'parts'],
    packages: ['react', 'react-hook-form'],
  }),
  ...mayImport('capture/**', { folders: capture, packages: ['react'] }),
  // Printing snapshots the page synchronously, so the render needs `flushSync`.
  ...mayImport('capture/unmask-now.ts', { packages: ['react-dom'] }),
  ...mayImport('message/**', { folders: [...shared, 'parts'], packages: ['react'] }),
  ...mayImport('challenge/**', { ...challenge, packages: ['react'] }),
  // The two that use TanStack Query.
  ...['mirror-attempt', 'use-recovery-code-availability'].flatMap((file) =>
    mayImport(`challenge/${file}.ts`, {
      ...challenge,
      packages: ['react', '@tanstack/react-query'],
    }),
  ),
  // The drop-in renders every screen.
  ...mayImport('challenge/recovery-code-challenge.tsx', {
    folders: ['prompt', 'capture', 'message', 'parts'],
    packages: ['react'],
  }),
  ...mayImport('server/**', { folders: ['protocol'] }),
  // Optional, so it is imported only when a cookie is sealed.
  ...mayImport('server/seal-sign-in.ts', { folders: ['protocol'], packages: ['jose'] }),
  ...mayImport('node/**', {
    folders: ['server', 'protocol'],
    packages: ['@remix-run/node-fetch-server', 'node:http', 'node:http2', 'node:process'],
  }),
  ...mayImport('mocks/**', { types: ['protocol'], packages: ['msw'] }),

  // The doors: each exports folders, and an outer one the next.
  leadsTo('protocol.ts', ['./protocol/*']),
  leadsTo('server.ts', ['./server/*', './protocol/*']),
  leadsTo('server-redis.ts', ['./server/*']),
  leadsTo('node.ts', ['./node/*', './server/*', './protocol/*']),
  leadsTo('mocks.ts', ['./mocks/*']),
  leadsTo('labels-*.ts', ['./labels/*']),
  leadsTo('headless.ts', [
    './protocol.ts',
    ...['challenge', 'prompt', 'capture', 'message', 'labels'].map((folder) => `./${folder}/*.ts`),
  ]),
  leadsTo('index.ts', [
    './headless.ts',
    ...['challenge', 'prompt', 'capture', 'message', 'parts'].map((folder) => `./${folder}/*`),
  ]),

  // Everything else imports the package's name, as users do. Tests next to the code may import from the folders. The
  // end-to-end tests share the package tests' fault server.
  byName(['apps/**', 'e2e/**', '.storybook/**'], {
    group: ['**/packages/*/src/**', '**/packages/*/dist/**'],
  }),
  // Stories use the helpers in .storybook.
  byName([`${src}/**/*.stories.tsx`], { group: ['./**', '../**', '!**/.storybook/*'] }),
  byName(tests, {
    regex: String.raw`^(?:\.\./)+(?:src/)?(?:index|headless|protocol|server|node|mocks|labels-\w+)\.ts$`,
  }),
]

function mayImport(
  files: string,
  { folders = [], types = [], packages = [] }: Imports,
): readonly OxlintOverride[] {
  const list = [
    ...folders.map((folder) => `${folder}/`),
    ...packages,
    ...types.map((folder) => `types of ${folder}/`),
  ]
  const message = `${files} may import ${list.join(', ') || 'its own folder alone'}.`
  const allowed = ['./*', ...[...folders, ...types].map((folder) => `../${folder}/*`), ...packages]
  const patterns = [
    // Before the list, because the first match there ends the check.
    ...types.map((folder) => ({ regex: `^\\.\\./${folder}/`, allowTypeImports: true, message })),
    { group: ['**', ...allowed.map((pattern) => `!${pattern}`)], message },
  ]
  const all = restrict(`${src}/${files}`, ...patterns)
  return files.endsWith('**')
    ? [all, restrict(`${src}/${files}/*.ts`, noMarkup, ...patterns)]
    : [all]
}

function leadsTo(door: string, allowed: readonly string[]) {
  return restrict(`${src}/${door}`, {
    group: ['**', ...allowed.map((pattern) => `!${pattern}`)],
    message: `The door ${door} may export only ${allowed.join(', ')}.`,
  })
}

function byName(files: readonly string[], pattern: object) {
  const message = 'Import the package by its name.'
  const inside = { group: ['react-recovery-login/src/**', '**/dist/**'], message }
  return restrict(files, { ...pattern, message }, inside)
}

function restrict(files: string | readonly string[], ...patterns: object[]): OxlintOverride {
  return { files: [files].flat(), rules: { 'no-restricted-imports': ['error', { patterns }] } }
}
