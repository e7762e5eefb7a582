import { build } from './pack.ts'

/** Global setup for the tests that run on the built files. */
export default function setup(): void {
  build()
}
