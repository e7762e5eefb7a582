// Plain JavaScript: if the install failed, this runs on the machine's Node, which may be 20.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * pnpm installs before every script, but a failed install is only a warning, and the script still runs.
 *
 * @returns {string | undefined} What is wrong and what to do; undefined if everything is installed.
 */
export function installFault() {
  const { node } = process.versions
  const pinned = pinnedNode()
  // pnpm skips it with a warning if it isn't available, or if its bytes don't match the lockfile's hash.
  if (pinned !== undefined && node !== pinned)
    return `Node ${node} is not the one pinned in pnpm-lock.yaml, ${pinned}: the install above failed, or this was not run through pnpm. Fix the error above and try again.`
  if (Number(node.split('.')[0]) < 22)
    return `Node ${node} is too old for the tools, and none is pinned for ${process.platform} ${process.arch}: install Node 24.`
  const pnpm = process.env.npm_execpath ?? ''
  if (!/^pnpm(\.exe)?$/.test(basename(pnpm))) return undefined
  const check = spawnSync(pnpm, ['install', '--frozen-lockfile', '--offline'], { stdio: 'ignore' })
  if (check.status === 0) return undefined
  return 'node_modules does not match pnpm-lock.yaml: the install above failed. Fix the error above and try again.'
}

/** The version of the package with Node for this platform, if there is one. */
function pinnedNode() {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const platform = `-${process.platform}-${process.arch}`
  return Object.entries(manifest.optionalDependencies).find(([name]) =>
    name.endsWith(platform),
  )?.[1]
}
