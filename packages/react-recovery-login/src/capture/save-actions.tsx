import type { PropsWithChildren, ReactElement } from 'react'
import type { CaptureAction } from './capture-actions.ts'
import type { SaveConfirmationBehaviour } from './save-confirmation-behaviour.ts'
import { saveWords } from './save-words.ts'
import { ActionButton } from '../parts/action-button.tsx'
import { useLook } from '../parts/look.ts'

export type SaveActionsProps = PropsWithChildren<{
  readonly offers: readonly CaptureAction[]
  readonly save: SaveConfirmationBehaviour
}>

/** The ways to save, each showing its result, and the host's own. */
export function SaveActions({ offers, save, children }: SaveActionsProps): ReactElement {
  const { labels, part } = useLook()
  return (
    <div {...part('save-actions')}>
      {offers.map((action) => {
        const state = save.actionState(action)
        return (
          <ActionButton
            key={action}
            part="save-action"
            data-rrl-action={action}
            data-rrl-state={state}
            variant="secondary"
            icon={state === 'done' ? 'check' : action}
            label={labels[state === 'done' ? saveWords[action].done : (`save.${action}` as const)]}
            {...save.actionProps(action)}
          />
        )
      })}
      {children}
    </div>
  )
}
