import type { ComponentProps, JSX } from 'react'

/** Some of an element's native props, for a host to spread on its own. */
export type ElementProps<
  Tag extends keyof JSX.IntrinsicElements,
  Key extends keyof ComponentProps<Tag>,
> = Readonly<Pick<ComponentProps<Tag>, Key>>
