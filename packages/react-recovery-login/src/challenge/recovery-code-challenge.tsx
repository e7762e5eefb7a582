import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
} from 'react'
import type { Challenge } from './challenge.ts'
import type { ChallengeOptions } from './challenge-options.ts'
import { useRecoveryCodeChallenge } from './use-recovery-code-challenge.ts'
import { ChallengeMessage, type ChallengeMessagePart } from '../message/challenge-message.tsx'
import {
  NewRecoveryCodeNotice,
  type NewRecoveryCodeNoticePart,
} from '../capture/new-recovery-code-notice.tsx'
import { RecoveryCodeForm, type RecoveryCodeFormPart } from '../prompt/recovery-code-form.tsx'
import { RemountingPanel } from './remounting-panel.tsx'
import { SaveConfirmation, type SaveConfirmationPart } from '../capture/save-confirmation.tsx'
import { lookOf } from '../parts/look.ts'
import type { ClassNames, Slots } from '../parts/styled-props.ts'

export type RecoveryCodeChallengePart =
  | 'root'
  | 'panel'
  | RecoveryCodeFormPart
  | NewRecoveryCodeNoticePart
  | SaveConfirmationPart
  | ChallengeMessagePart

export interface RecoveryCodeChallengeProps
  extends
    ChallengeOptions,
    Pick<ComponentPropsWithoutRef<'div'>, 'id' | 'className' | 'dir' | 'lang'> {
  readonly classNames?: ClassNames<RecoveryCodeChallengePart> | undefined
  readonly slots?: Slots | undefined
  /** Default `card`. For `dialog`, you bring the element and backdrop. */
  readonly layout?: 'card' | 'page' | 'dialog' | undefined
  /** Default: as the page's `color-scheme`, `dark` or `light` class, or `data-theme`. */
  readonly scheme?: 'light' | 'dark' | 'system' | undefined
  /** At the end of every step. */
  readonly footer?: ReactNode
  /** Next to the kit's own actions, in the given step: a password manager's button in `capture`, say. */
  readonly extraActions?: ((challenge: Challenge) => ReactNode) | undefined
}

/**
 * The drop-in: the hook and one switch. From the mfa token to a finished sign-in, in every step and state.
 *
 * @throws RecoveryCodeError `misused`, while rendering, for a mistake in `mfaToken` or `transport`.
 * @example
 * <RecoveryCodeChallenge
 *   mfaToken={mfaToken}
 *   transport={{ endpoint: '/login/recovery-code' }}
 *   onComplete={() => router.replace('/')}
 * />
 */
export const RecoveryCodeChallenge: ForwardRefExoticComponent<
  RecoveryCodeChallengeProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, RecoveryCodeChallengeProps>(
  function RecoveryCodeChallenge(props, ref) {
    const { id, className, dir, lang, classNames, slots, footer, layout = 'card', scheme } = props
    const challenge = useRecoveryCodeChallenge(props)
    const { part } = lookOf(props)
    const styled = { classNames, slots, footer, extraActions: props.extraActions?.(challenge) }
    return (
      <div
        id={id}
        dir={dir}
        lang={lang}
        {...part('root', className)}
        data-rrl-layout={layout}
        data-rrl-scheme={scheme}
        ref={ref}
      >
        <RemountingPanel {...part('panel')}>{step()}</RemountingPanel>
      </div>
    )

    function step(): ReactElement {
      switch (challenge.step) {
        case 'prompt':
        case 'verifying':
          return <RecoveryCodeForm {...challenge.form} {...styled} />
        case 'capture':
          return (
            <>
              <NewRecoveryCodeNotice {...challenge.notice} classNames={classNames} slots={slots} />
              <SaveConfirmation {...challenge.confirmation} {...styled} />
            </>
          )
        default:
          return <ChallengeMessage {...challenge.message} {...styled} />
      }
    }
  },
)
