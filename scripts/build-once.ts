import { build } from './pack.ts'

/** The global setup of the tests that run on the built files. */
export default function setup(): void {
  build()
}
