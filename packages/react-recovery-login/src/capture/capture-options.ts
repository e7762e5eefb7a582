import type { PartialLabels } from '../labels/labels.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'
import type { CaptureAction } from './capture-actions.ts'
import type { ActionResult, CapturePlatform } from './capture-platform.ts'
import type { ConfirmBy } from './may-confirm.ts'

/** What a saved copy says besides the code. */
export interface CaptureContext {
  readonly site?: string | undefined
  readonly account?: string | undefined
  /** When the code was issued. */
  readonly date: Date
}

/** How the new recovery code is shown, saved and confirmed. */
export interface CaptureOptions {
  /** What unlocks Continue. Default `checkbox`. */
  readonly confirmBy?: ConfirmBy | undefined
  /** The product's name: shown with the code, printed, and put in the file. */
  readonly site?: string | undefined
  /**
   * The account as the person knows it: shown, printed, and put in the file, never in the file's name. It also tells
   * two people on one page apart, so pass it as soon as you know it.
   */
  readonly account?: string | undefined
  /** Default: the label `file.name`, without code or account. */
  readonly fileName?: string | ((context: CaptureContext) => string) | undefined
  /**
   * Default: site, account, date, the code on its own line, and that it works once. Give the code its own line too, so
   * that the prompt and the retype field find it in the file.
   */
  readonly fileText?: ((context: CaptureContext & { readonly code: string }) => string) | undefined
  /** Overrides the browser's platform, member by member. */
  readonly platform?:
    | { readonly [Name in keyof CapturePlatform]?: CapturePlatform[Name] | undefined }
    | undefined
  /** Default Auth0's. */
  readonly format?: RecoveryCodeFormat | undefined
  /** Texts that replace the English ones. */
  readonly labels?: PartialLabels | undefined
}

/** What happened to the new code. Never contains a secret. */
export type CaptureEvent =
  | { readonly type: 'action'; readonly action: CaptureAction; readonly result: ActionResult }
  | { readonly type: 'copied-by-hand' | 'confirmed' | 'confirm-blocked' }
