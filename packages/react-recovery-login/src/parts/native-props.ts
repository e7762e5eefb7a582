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

/** What the root element takes from the host, besides `className`: what HTML has for every element, and its events. */
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

/** Those of a component's props. By name, so that nothing else of a binding, a code least of all, can reach the page. */
export function nativeProps(props: object): NativeProps<'form'> & NativeProps<'section'> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => native.test(name)))
}
