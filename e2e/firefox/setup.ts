import type { TestProject } from 'vitest/node'
import { findFirefox } from '../../scripts/firefox.ts'

declare module 'vitest' {
  interface ProvidedContext {
    firefoxPath: string
  }
}

/** Looked for only when these tests run, since it may have to be installed. */
export default function setup({ provide }: TestProject): void {
  provide('firefoxPath', findFirefox())
}
