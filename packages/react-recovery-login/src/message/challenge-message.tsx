import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { ChallengeMessageBinding } from './challenge-message-binding.ts'
import { useChallengeMessage } from './use-challenge-message.ts'
import { Alert } from '../parts/alert.tsx'
import { BoldText } from '../parts/bold-text.tsx'
import { Header } from '../parts/header.tsx'
import { partProps, type NativeProps, type StyledProps } from '../parts/styled-props.ts'
import { wayButtons, WaysOut } from '../parts/ways-out.tsx'

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
  | 'try-another'
  | 'retry'
  | 'start-again'
  | 'continue'
  | 'ways-out'
  | 'support'

export interface ChallengeMessageProps
  extends
    ChallengeMessageBinding,
    StyledProps<ChallengeMessagePart>,
    NativeProps<'section', ChallengeMessageBinding> {}

/**
 * Every step that is only words: an answer that was lost, a sign-in that has to begin again, the end. Says what
 * happened, then what to do, and offers what the host gives. Takes the native props of `section`, and a `ref`.
 *
 * @example <ChallengeMessage {...challenge.message} />
 */
export const ChallengeMessage: ForwardRefExoticComponent<
  ChallengeMessageProps & RefAttributes<HTMLElement>
> = forwardRef<HTMLElement, ChallengeMessageProps>(function ChallengeMessage(props, ref) {
  const {
    step,
    error: _error,
    reason: _reason,
    why: _why,
    open: _open,
    failed: _failed,
    rotated: _rotated,
    codeMayBeSpent: _codeMayBeSpent,
    hasNext: _hasNext,
    signedIn: _signedIn,
    site: _site,
    labels: given,
    onTryAgain,
    onStartAgain,
    onTryAnotherMethod,
    onContinue,
    onSupport,
    classNames,
    slots,
    footer,
    extraActions,
    className,
    ...native
  } = props
  const labels = resolveLabels(given)
  // `WaysOut` has one way that only the form leads to.
  const part = partProps<ChallengeMessagePart | 'code-missing'>(classNames)
  const content = useChallengeMessage(props)
  const Steps = content.ordered ? 'ol' : 'ul'
  // Where a code is of no use, another way is the way on.
  const onward = step === 'unavailable'
  const ways = wayButtons(
    [
      ['try-another', labels['form.tryAnother'], onward ? onTryAnotherMethod : undefined],
      ['retry', content.tryAgain, onTryAgain],
      ['start-again', content.startAgain, onStartAgain],
      ['continue', labels['complete.action'], onContinue],
    ],
    'primary',
    part,
    slots,
  )
  return (
    <section {...native} {...part('message', className)} data-rrl-state={content.state} ref={ref}>
      <Header
        icon={content.icon}
        tone={content.tone}
        heading={content.heading}
        headingProps={content.headingProps}
        part={part}
        slots={slots}
      >
        {content.leads.map((lead) => (
          <p key={lead} {...part('lead')}>
            <BoldText text={lead} />
          </p>
        ))}
      </Header>
      {content.steps.length > 0 && (
        <Steps {...part('steps')}>
          {content.steps.map((text) => (
            <li key={text} {...part('step')}>
              {text}
            </li>
          ))}
        </Steps>
      )}
      {content.alert && (
        <Alert
          tone="caution"
          icon="key"
          title={content.alert.title}
          text={content.alert.text}
          part={part}
        />
      )}
      {content.waiting !== undefined && (
        <p {...part('waiting')} {...content.waitingProps}>
          <span data-rrl-part="spinner" aria-hidden="true" />
          <span data-rrl-part="waiting-text">{content.waiting}</span>
        </p>
      )}
      {(extraActions || ways.length > 0) && (
        <div {...part('actions')}>
          {ways}
          {extraActions}
        </div>
      )}
      {step !== 'completing' && step !== 'complete' && (
        <WaysOut
          labels={labels}
          part={part}
          slots={slots}
          onTryAnotherMethod={onward ? undefined : onTryAnotherMethod}
          onSupport={onSupport}
        />
      )}
      {footer}
    </section>
  )
})
