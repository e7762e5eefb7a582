import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import { Alert } from '../parts/alert.tsx'
import { BoldText } from '../parts/bold-text.tsx'
import { Header } from '../parts/header.tsx'
import { LookProvider, lookOf } from '../parts/look.ts'
import { nativeProps, type NativeProps } from '../parts/native-props.ts'
import type { StyledProps } from '../parts/styled-props.ts'
import { wayButtons, WaysOut } from '../parts/ways-out.tsx'
import type { ChallengeMessageBinding } from './challenge-message-binding.ts'
import type { Way } from './message-screen.ts'
import { useChallengeMessage } from './use-challenge-message.ts'

export type ChallengeMessagePart =
  | 'message'
  | 'header'
  | 'heading'
  | 'lead'
  | 'steps'
  | 'step'
  | 'alert'
  | 'waiting'
  | 'actions'
  | Way['part']
  | 'ways-out'
  | 'support'

export type ChallengeMessageProps = ChallengeMessageBinding &
  StyledProps<ChallengeMessagePart> &
  NativeProps<'section'>

/**
 * Every text-only step: a lost answer, a sign-in that has to start again, the end. Says what happened, then what to do,
 * and offers what the host gives. Takes the native props of `section`, and a `ref`.
 *
 * @example <ChallengeMessage {...challenge.message} />
 */
export const ChallengeMessage: ForwardRefExoticComponent<
  ChallengeMessageProps & RefAttributes<HTMLElement>
> = forwardRef<HTMLElement, ChallengeMessageProps>(function ChallengeMessage(props, ref) {
  const { step, onTryAnotherMethod, onSupport, footer, extraActions, className } = props
  const look = lookOf<ChallengeMessagePart>(props)
  const { part } = look
  const { steps, alert, waiting, ways = [], ...message } = useChallengeMessage(props)
  const [way, ...others] = ways.filter(({ go }) => go !== undefined)
  const buttons = [...wayButtons('primary', way ? [way] : []), ...wayButtons('secondary', others)]
  const Steps = message.ordered ? 'ol' : 'ul'
  return (
    <LookProvider value={look}>
      <section
        {...nativeProps(props)}
        {...part('message', className)}
        data-rrl-state={message.state}
        ref={ref}
      >
        <Header
          icon={message.icon}
          tone={message.tone}
          heading={message.heading}
          headingProps={message.headingProps}
        >
          {message.leads.map((lead) => (
            <p key={lead} {...part('lead')}>
              <BoldText text={lead} />
            </p>
          ))}
        </Header>
        {steps && (
          <Steps {...part('steps')}>
            {steps.map((text) => (
              <li key={text} {...part('step')}>
                {text}
              </li>
            ))}
          </Steps>
        )}
        {alert && <Alert tone="caution" icon="key" title={alert.title} text={alert.text} />}
        {waiting !== undefined && (
          <p {...part('waiting')} {...message.waitingProps}>
            <span data-rrl-part="spinner" aria-hidden="true" />
            <span data-rrl-part="waiting-text">{waiting}</span>
          </p>
        )}
        {(extraActions || buttons.length > 0) && (
          <div {...part('actions')}>
            {buttons}
            {extraActions}
          </div>
        )}
        {step !== 'completing' && step !== 'complete' && (
          <WaysOut
            // If no code can be used, another method is the primary action.
            onTryAnotherMethod={step === 'unavailable' ? undefined : onTryAnotherMethod}
            onSupport={onSupport}
          />
        )}
        {footer}
      </section>
    </LookProvider>
  )
})
