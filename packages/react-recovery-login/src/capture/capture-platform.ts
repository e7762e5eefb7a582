import type { CaptureAction } from './capture-actions.ts'

/** `asked`: the platform took it and cannot tell the end (a file, a printer), so the person is asked whether it is there. */
export type ActionResult = 'done' | 'asked' | 'failed'

export interface CaptureFile {
  readonly name: string
  readonly text: string
}

/**
 * What touches the platform. Each member can be replaced for a web view, an iframe or a test; each is called in the
 * click's own tick; what it throws, or answers in other words, counts as `failed`, and no answer for ten seconds as
 * `asked`.
 */
export interface CapturePlatform {
  copy(text: string): Promise<ActionResult>
  download(file: CaptureFile): Promise<ActionResult>
  /** The code is in sight when it is called, even if it was hidden before. */
  print(): Promise<ActionResult>
  share(text: string): Promise<ActionResult>
  /** What is not there is not offered. */
  offers(action: CaptureAction): boolean
}
