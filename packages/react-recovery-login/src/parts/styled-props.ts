import type { ElementType, ReactNode } from 'react'

/** Elements of your own in place of the kit's. Each gets the native props of what it replaces, and has to pass them and the `ref` on. */
export interface Slots {
  /** In place of every `button`; `data-rrl-variant` says which kind it is. */
  readonly Button?: ElementType | undefined
  readonly Input?: ElementType | undefined
  /** In place of `input type="checkbox"`. */
  readonly Checkbox?: ElementType | undefined
  /** In place of `h2`. */
  readonly Heading?: ElementType | undefined
}

/** A class of the host's for each part. */
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
