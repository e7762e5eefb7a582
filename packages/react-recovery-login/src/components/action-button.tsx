import type { ComponentProps, ReactElement } from 'react'
import { Icon, type IconName } from './icon.tsx'
import type { Slots } from './styled-props.ts'

type ActionButtonProps = ComponentProps<'button'> & {
  readonly label: string
  readonly variant: 'primary' | 'secondary' | 'quiet'
  readonly icon?: IconName | undefined
  readonly slots: Slots | undefined
  readonly 'data-rrl-part': string
}

/** Every button with words. A busy one turns its spinner and keeps its place. */
export function ActionButton({
  label,
  variant,
  icon,
  slots,
  ...props
}: ActionButtonProps): ReactElement {
  const Button = slots?.Button ?? 'button'
  return (
    <Button type="button" data-rrl-variant={variant} {...props}>
      {props['aria-busy'] ? (
        <span data-rrl-part="spinner" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} />
      )}
      <span data-rrl-part="button-label">{label}</span>
    </Button>
  )
}
