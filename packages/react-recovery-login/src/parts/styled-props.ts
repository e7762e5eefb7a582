import type { ElementType, ReactNode } from 'react'

/**
 * Your own elements instead of the kit's. Each gets the native props of the one it replaces, and must pass them and the
 * `ref` on.
 */
export interface Slots {
  /** Replaces every `button`; `data-rrl-variant` says which kind it is. */
  readonly Button?: ElementType | undefined
  readonly Input?: ElementType | undefined
  /** Replaces `input type="checkbox"`. */
  readonly Checkbox?: ElementType | undefined
  /** Replaces `h2`. */
  readonly Heading?: ElementType | undefined
}

/** The host's class for each part. */
export type ClassNames<Part extends string> = { readonly [Name in Part]?: string | undefined }

/** What every component takes besides its binding. */
export interface StyledProps<Part extends string> {
  /** A class for each part, besides `data-rrl-part`. */
  readonly classNames?: ClassNames<Part> | undefined
  readonly slots?: Slots | undefined
  /** After everything else. */
  readonly footer?: ReactNode
  /** Next to the kit's own actions. */
  readonly extraActions?: ReactNode
}
