// Plain JavaScript: where the install failed, this runs on the Node of the machine, which may be 20.
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'

/**
 * pnpm installs before every script, but a failed install is only a warning there and the script runs all the same.
 *
 * @returns {string | undefined} What is wrong and what to do; undefined when everything is there.
 */
export function installFault() {
  if (Number(process.versions.node.split('.')[0]) < 22)
    return `Node ${process.version} is too old for the tools, and the newer one was not installed: the install above failed. Correct what it says and try again.`
  const pnpm = process.env.npm_execpath ?? ''
  if (!/^pnpm(\.exe)?$/.test(basename(pnpm))) return undefined
  const check = spawnSync(pnpm, ['install', '--frozen-lockfile', '--offline'], { stdio: 'ignore' })
  if (check.status === 0) return undefined
  return 'node_modules is not what pnpm-lock.yaml says: the install above failed. Correct what it says and try again.'
}
