import { startLoginDemo, startHostPages } from './support/start.ts'

/** Bundles what the pages load once, before the workers start: they share the result. */
export default async function setup(): Promise<void> {
  for (const start of [startLoginDemo, startHostPages]) await (await start()).close()
}
