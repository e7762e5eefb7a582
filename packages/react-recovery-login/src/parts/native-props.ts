import type { ComponentPropsWithoutRef, JSX } from 'react'

type GlobalName =
  | 'id'
  | 'lang'
  | 'dir'
  | 'title'
  | 'role'
  | 'style'
  | 'hidden'
  | 'inert'
  | 'tabIndex'
  | 'translate'
type EventName =
  | 'Click'
  | 'Focus'
  | 'Blur'
  | 'Key'
  | 'Mouse'
  | 'Pointer'
  | 'Touch'
  | 'Drag'
  | 'Drop'

/** What the root element takes from the host besides `className`: HTML's global attributes, and events. */
export type NativeProps<Tag extends keyof JSX.IntrinsicElements> = {
  readonly [
    Name in keyof ComponentPropsWithoutRef<Tag> as Name extends
      | GlobalName
      | `${'aria-' | 'data-' | `on${EventName}`}${string}`
      ? Name
      : never
  ]: ComponentPropsWithoutRef<Tag>[Name]
} & { readonly className?: string | undefined }

const native =
  /^(?:(?:id|lang|dir|title|role|style|hidden|inert|tabIndex|translate)$|aria-|data-|on(?:Click|Focus|Blur|Key|Mouse|Pointer|Touch|Drag|Drop))/

/**
 * The native ones among a component's props. An allow-list, so nothing else from a binding, least of all a code,
 * reaches the DOM.
 */
export function nativeProps(props: object): NativeProps<'form'> & NativeProps<'section'> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => native.test(name)))
}
