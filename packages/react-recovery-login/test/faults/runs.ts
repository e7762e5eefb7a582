import type { TestContext } from 'vitest'

/** The promises of SECURITY.md that the cases prove. */
export type PromiseId = `N${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`

declare module 'vitest' {
  interface TaskMeta {
    /** What the case proves, and with how many tries: the page of the cases is made from the run's JSON report. */
    promises?: readonly PromiseId[]
    figure?: string
  }
}

/** How often a case is tried: its full figure under `FULL_RUN`, a smaller one in the daily run. */
export function runs(full: number, daily: number): number {
  return process.env['FULL_RUN'] ? full : daily
}

/** Puts a case's figure beside the promises that it proves. */
export function proves(
  { task }: Pick<TestContext, 'task'>,
  promises: PromiseId | readonly PromiseId[],
  figure: string,
): void {
  task.meta.promises = [promises].flat()
  task.meta.figure = figure
}
