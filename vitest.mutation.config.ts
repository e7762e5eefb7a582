import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { unitProjects } from './vitest.unit.config.ts'

const kit = 'packages/react-recovery-login'
/** The tests next to the code, and the groups of cases about the wire and the flow. */
const about = [
  `${kit}/src/{protocol,challenge,capture}/**/*.test`,
  `${kit}/test/faults/{a-one,b-odd,c,d-cut,d-lost,d-odd,d-stalled,e,f,h,p-two}-*.test`,
]

/** Tests next to the code kill most mutants in milliseconds, and the first failure ends the run. */
class BesideTheCodeFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => Number(moduleId.includes('/faults/'))
    return files.toSorted((one, two) => rank(one) - rank(two))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: BesideTheCodeFirst },
    projects: unitProjects.filter(isChosen).map(({ test, ...project }) => ({
      ...project,
      test: {
        ...test,
        // Stryker has its own workers, the order is the one above, and no server runs.
        maxWorkers: undefined,
        sequence: undefined,
        globalSetup: undefined,
        // A thread per file would cost more than the tests.
        isolate: test?.name === 'jsdom',
        include: about.map((files) => files + (test?.name === 'jsdom' ? '.tsx' : '.ts')),
      },
    })),
  },
})

/** scripts/mutation.ts runs one after the other. */
function isChosen({ test }: (typeof unitProjects)[number]): boolean {
  return test?.name === (process.env['MUTATION_PROJECT'] ?? 'node')
}
