import type { CaptureAction } from './capture-actions.ts'

/** `asked`: the platform took it but can't tell if it is there (a file, a printer), so the person is asked. */
export type ActionResult = 'done' | 'asked' | 'failed'

export interface CaptureFile {
  readonly name: string
  readonly text: string
}

/**
 * What touches the platform. Each member can be replaced for a web view, an iframe or a test, and is called
 * synchronously in the click. A throw or any other result counts as `failed`, and no answer for ten seconds as `asked`.
 */
export interface CapturePlatform {
  copy(text: string): Promise<ActionResult>
  download(file: CaptureFile): Promise<ActionResult>
  /** Called with the code visible, even if it was hidden before. */
  print(): Promise<ActionResult>
  share(text: string): Promise<ActionResult>
  /** If false, the action is not offered. */
  offers(action: CaptureAction): boolean
}
