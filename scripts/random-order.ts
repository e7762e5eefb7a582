// Does a test depend on one that ran before it? Runs the unit tests twenty times, files and tests in random order.
// Prints each seed; `pnpm test:random 1234` repeats that order.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const seeds =
  process.argv.length > 2 ? process.argv.slice(2) : Array.from({ length: 20 }, randomSeed)

for (const seed of seeds) {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    [
      ...['run', '--config', 'vitest.unit.config.ts', '--reporter=dot'],
      ...['--sequence.shuffle.files', '--sequence.shuffle.tests', `--sequence.seed=${seed}`],
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  console.log(`seed ${seed}: ${status === 0 ? 'passed' : 'failed'}`)
  if (status === 0) continue
  // The failures are on stderr.
  console.error(stdout, stderr)
  process.exitCode = 1
}

function randomSeed(): string {
  return String(randomInt(1_000_000))
}
