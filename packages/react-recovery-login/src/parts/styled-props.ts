import type { ComponentPropsWithoutRef, ElementType, JSX, ReactNode } from 'react'

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

/** What every component takes beside its binding. */
export interface StyledProps<Part extends string> {
  /** A class for each part, beside `data-rrl-part`. */
  readonly classNames?: ClassNames<Part> | undefined
  readonly slots?: Slots | undefined
  /** After everything else. */
  readonly footer?: ReactNode
  /** Beside the kit's own actions. */
  readonly extraActions?: ReactNode
}

/** The native props of the root element, but for what the kit gives a meaning of its own. */
export type NativeProps<Tag extends keyof JSX.IntrinsicElements, Binding> = Omit<
  ComponentPropsWithoutRef<Tag>,
  keyof Binding | keyof StyledProps<string> | 'children'
>

/** Names a part for styles and adds the host's class for it. */
export type PartProps<Part extends string> = (
  part: Part,
  className?: string,
) => { readonly 'data-rrl-part': string; readonly className: string | undefined }

export function partProps<Part extends string>(
  classNames: ClassNames<Part> | undefined,
): PartProps<Part> {
  return (part, className) => {
    const given = classNames?.[part]
    return {
      'data-rrl-part': part,
      className: className && given ? `${className} ${given}` : (given ?? className),
    }
  }
}
