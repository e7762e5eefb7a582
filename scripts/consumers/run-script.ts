import { spawnSync } from 'node:child_process'

/** Set by pnpm and vitest for this process, and absent in a product: it changes what npm and bundlers do. */
const OURS =
  /^(?:npm_|pnpm_|VITEST|NODE_(?:ENV|PATH|OPTIONS)$|(?:TEST|DEV|PROD|MODE|SSR|BASE_URL)$)/i

/** A product's environment: this process's, without what its tools added. */
export function consumerEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !OURS.test(name))
  return { ...Object.fromEntries(own), CI: '1', ...more }
}

/**
 * Runs npm in a folder.
 *
 * @returns What it printed.
 * @throws Error with what it printed, if it failed.
 */
export function npm(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    env: consumerEnv(env),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 600_000,
  })
  const printed = `${stdout}\n${stderr}`
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed\n${printed}`)
  return printed
}
