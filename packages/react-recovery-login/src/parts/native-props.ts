import type { ComponentPropsWithoutRef, JSX } from 'react'

const globalNames = [
  'id',
  'lang',
  'dir',
  'title',
  'role',
  'style',
  'hidden',
  'inert',
  'tabIndex',
  'translate',
] as const
const eventNames = [
  'Click',
  'Focus',
  'Blur',
  'Key',
  'Mouse',
  'Pointer',
  'Touch',
  'Drag',
  'Drop',
] as const

/** What the root element takes from the host besides `className`: HTML's global attributes, and events. */
export type NativeProps<Tag extends keyof JSX.IntrinsicElements> = {
  readonly [
    Name in keyof ComponentPropsWithoutRef<Tag> as Name extends
      | (typeof globalNames)[number]
      | `${'aria-' | 'data-' | `on${(typeof eventNames)[number]}`}${string}`
      ? Name
      : never
  ]: ComponentPropsWithoutRef<Tag>[Name]
} & { readonly className?: string | undefined }

const native = new RegExp(
  `^(?:(?:${globalNames.join('|')})$|aria-|data-|on(?:${eventNames.join('|')}))`,
)

/**
 * The native ones among a component's props. An allow-list, so nothing else from a binding, least of all a code,
 * reaches the DOM.
 */
export function nativeProps(props: object): NativeProps<'form'> & NativeProps<'section'> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => native.test(name)))
}
