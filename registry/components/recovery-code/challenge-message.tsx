'use client'

import type { ReactNode } from 'react'
import {
  resolveLabels,
  useChallengeMessage,
  type ChallengeMessageBinding,
} from 'react-recovery-login/headless'
import { Alert, column, focused, Icon, MarkedText, Spinner, ways } from './parts'

/** Every step that is only text: a lost answer, a sign-in that has to start again, the end. */
export function ChallengeMessage(binding: ChallengeMessageBinding): ReactNode {
  const { step, onTryAnotherMethod, onSupport } = binding
  const content = useChallengeMessage(binding)
  const labels = resolveLabels(binding.labels)
  const Steps = content.ordered ? 'ol' : 'ul'
  const onwards = ways(content.ways ?? [], 'primary')
  return (
    <section className={column}>
      <header className="grid gap-2">
        <span className="flex text-muted-foreground empty:hidden" aria-hidden="true">
          {content.icon === 'spinner' && <Spinner />}
          {content.icon === 'check' && <Icon name="check" className="size-6" />}
        </span>
        <h2
          className={`text-xl leading-tight font-semibold tracking-tight text-balance ${focused}`}
          {...content.headingProps}
        >
          <span>{content.heading}</span>
        </h2>
        {content.leads.map((lead) => (
          <p key={lead} className="text-sm text-pretty text-muted-foreground">
            <MarkedText text={lead} />
          </p>
        ))}
      </header>
      {content.steps && (
        <Steps
          className={`-mt-2 grid gap-1.5 ps-5 text-sm marker:text-muted-foreground ${content.ordered ? 'list-decimal' : 'list-disc'}`}
        >
          {content.steps.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </Steps>
      )}
      {content.alert && (
        <Alert tone="caution" title={content.alert.title} text={content.alert.text} />
      )}
      {content.waiting !== undefined && (
        <p
          className="flex items-center gap-3 text-sm text-muted-foreground"
          {...content.waitingProps}
        >
          <Spinner />
          <span>{content.waiting}</span>
        </p>
      )}
      {onwards.length > 0 && <div className="grid gap-3">{onwards}</div>}
      {step !== 'completing' && step !== 'complete' && (
        <div className="-m-2 flex flex-wrap empty:hidden">
          {ways(
            [
              {
                label: labels['form.tryAnother'],
                // If a code is no use, another method is the main action.
                go: step === 'unavailable' ? undefined : onTryAnotherMethod,
              },
              { label: labels['form.support'], go: onSupport },
            ],
            'link',
          )}
        </div>
      )}
    </section>
  )
}
