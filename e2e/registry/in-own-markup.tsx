import { Children, createElement, isValidElement, type ElementType, type ReactNode } from 'react'
import * as kit from 'react-recovery-login'
import { ChallengeMessage } from '../../registry/components/recovery-code/challenge-message.tsx'
import { NewRecoveryCodeNotice } from '../../registry/components/recovery-code/new-recovery-code-notice.tsx'
import { card } from '../../registry/components/recovery-code/parts.tsx'
import { RecoveryCodeChallenge } from '../../registry/components/recovery-code/recovery-code-challenge.tsx'
import { RecoveryCodeForm } from '../../registry/components/recovery-code/recovery-code-form.tsx'
import { SaveConfirmation } from '../../registry/components/recovery-code/save-confirmation.tsx'

const own: ReadonlyMap<unknown, ElementType> = new Map<unknown, ElementType>([
  [kit.ChallengeMessage, ChallengeMessage],
  [kit.NewRecoveryCodeNotice, NewRecoveryCodeNotice],
  [kit.RecoveryCodeChallenge, RecoveryCodeChallenge],
  [kit.RecoveryCodeForm, RecoveryCodeForm],
  [kit.SaveConfirmation, SaveConfirmation],
])

/** The same screen, with each kit component replaced by the registry's, on its card. */
export function inOwnMarkup(screen: ReactNode): ReactNode {
  return Children.map(screen, (child) => {
    if (!isValidElement<{ readonly children?: ReactNode }>(child)) return child
    const component = own.get(child.type)
    if (component !== undefined) return createElement(component, child.props)
    const { children, ...props } = child.props
    const className = 'data-rrl-layout' in props ? card.place : card.panel
    return child.type === 'div' ? (
      <div className={className}>{inOwnMarkup(children)}</div>
    ) : (
      inOwnMarkup(children)
    )
  })
}
