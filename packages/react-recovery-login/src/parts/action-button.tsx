import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { Icon, type IconName } from './icon.tsx'
import { useLook } from './look.ts'

type ActionButtonProps = ComponentPropsWithoutRef<'button'> & {
  readonly part: string
  readonly label: string
  readonly variant: 'primary' | 'secondary' | 'quiet'
  readonly icon?: IconName | undefined
}

/** Every button with a text label. A busy one shows a spinner and keeps its place. React 18 needs `forwardRef`. */
export const ActionButton: ForwardRefExoticComponent<
  ActionButtonProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(
  { part, label, variant, icon, ...button },
  ref,
) {
  const look = useLook()
  return (
    <look.slots.Button
      type="button"
      data-rrl-variant={variant}
      {...look.part(part)}
      {...button}
      ref={ref}
    >
      {button['aria-busy'] ? (
        <span data-rrl-part="spinner" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} />
      )}
      <span data-rrl-part="button-label">{label}</span>
    </look.slots.Button>
  )
})
