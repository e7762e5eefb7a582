import type { TestContext } from 'vitest'

/** The promises of SECURITY.md that the cases prove. */
export type PromiseId = `N${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`

declare module 'vitest' {
  interface TaskMeta {
    /** What the case proves, with its figures: the page of cases is generated from the run's JSON report. */
    promises?: readonly PromiseId[]
    figure?: string
  }
}

/** How often a random or racing case is tried: in full under `FULL_RUN`, less often in the daily run. A fixed one runs once. */
export function runs(full: number, daily: number): number {
  return process.env['FULL_RUN'] ? full : daily
}

/** Records a case's figures and the promises it proves. */
export function proves(
  { task }: Pick<TestContext, 'task'>,
  promises: PromiseId | readonly PromiseId[],
  figure: string,
): void {
  task.meta.promises = [promises].flat()
  task.meta.figure = figure
}
