import type { PropsWithChildren, ReactElement } from 'react'
import type { CaptureAction } from './capture-platform.ts'
import type { SaveConfirmationBehaviour } from './use-save-confirmation.ts'
import type { Labels } from '../labels/labels.ts'
import { ActionButton } from '../parts/action-button.tsx'
import type { PartProps, Slots } from '../parts/styled-props.ts'

const done = {
  copy: 'save.copied',
  download: 'save.downloaded',
  print: 'save.printed',
  share: 'save.shared',
} as const

export type SaveActionsProps = PropsWithChildren<{
  readonly offers: readonly CaptureAction[]
  readonly save: SaveConfirmationBehaviour
  readonly labels: Labels
  readonly part: PartProps<'save-actions' | 'save-action'>
  readonly slots: Slots | undefined
}>

/** The ways to save, each of which says what it came to, and the host's own. */
export function SaveActions(props: SaveActionsProps): ReactElement {
  const { offers, save, labels, part, slots, children } = props
  return (
    <div {...part('save-actions')}>
      {offers.map((action) => {
        const state = save.actionState(action)
        return (
          <ActionButton
            key={action}
            {...part('save-action')}
            data-rrl-action={action}
            data-rrl-state={state}
            variant="secondary"
            icon={state === 'done' ? 'check' : action}
            label={labels[state === 'done' ? done[action] : (`save.${action}` as const)]}
            slots={slots}
            {...save.actionProps(action)}
          />
        )
      })}
      {children}
    </div>
  )
}
