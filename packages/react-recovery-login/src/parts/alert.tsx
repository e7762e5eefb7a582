import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { BoldText } from './bold-text.tsx'
import { Icon, type IconName } from './icon.tsx'
import { useLook } from './look.ts'

export interface AlertProps {
  readonly tone: 'danger' | 'caution' | 'info'
  readonly icon?: IconName
  readonly title: string
  readonly text?: string | undefined
  /** Whether the text's `[…]` run names keys to press. */
  readonly keys?: boolean
  /** Its id and role. */
  readonly messageProps?: Pick<ComponentProps<'div'>, 'id' | 'role'>
  /** Below the text. */
  readonly children?: ReactNode
}

/** What happened, then what to do. */
export function Alert({
  tone,
  icon = 'warning',
  title,
  text,
  keys = false,
  messageProps,
  children,
}: AlertProps): ReactElement {
  const { part } = useLook()
  return (
    <div {...part('alert')} data-rrl-tone={tone} {...messageProps}>
      <Icon name={icon} />
      <div data-rrl-part="alert-body">
        <p data-rrl-part="alert-title">{title}</p>
        {text !== undefined && (
          <p data-rrl-part="alert-text">
            <BoldText text={text} keys={keys} />
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
