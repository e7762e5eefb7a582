import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { Icon, type IconName } from './icon.tsx'
import type { Slots } from './styled-props.ts'

type ActionButtonProps = ComponentPropsWithoutRef<'button'> & {
  readonly label: string
  readonly variant: 'primary' | 'secondary' | 'quiet'
  readonly icon?: IconName | undefined
  readonly slots: Slots | undefined
  readonly 'data-rrl-part': string
}

/** Every button with words. A busy one turns its spinner and keeps its place. React 18 hands on no `ref` by itself. */
export const ActionButton: ForwardRefExoticComponent<
  ActionButtonProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(
  { label, variant, icon, slots, ...props },
  ref,
) {
  const Button = slots?.Button ?? 'button'
  return (
    <Button type="button" data-rrl-variant={variant} {...props} ref={ref}>
      {props['aria-busy'] ? (
        <span data-rrl-part="spinner" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} />
      )}
      <span data-rrl-part="button-label">{label}</span>
    </Button>
  )
})
