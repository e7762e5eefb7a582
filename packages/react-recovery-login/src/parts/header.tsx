import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { useLook } from './look.ts'

export interface HeaderProps {
  readonly icon: IconName | 'spinner'
  readonly tone?: 'neutral' | 'caution' | 'success'
  readonly heading: string
  readonly headingProps?: ComponentProps<'h2'>
  /** Paragraphs. */
  readonly children?: ReactNode
}

/** The head of every screen: an icon, what happened, and what it means. */
export function Header({
  icon,
  tone = 'neutral',
  heading,
  headingProps,
  children,
}: HeaderProps): ReactElement {
  const { part, slots } = useLook()
  return (
    <header {...part('header')}>
      <span
        data-rrl-part="badge"
        data-rrl-tone={tone === 'neutral' ? undefined : tone}
        aria-hidden="true"
      >
        {icon === 'spinner' ? <span data-rrl-part="spinner" /> : <Icon name={icon} />}
      </span>
      <slots.Heading {...part('heading')} {...headingProps}>
        <span>{heading}</span>
      </slots.Heading>
      {children}
    </header>
  )
}
