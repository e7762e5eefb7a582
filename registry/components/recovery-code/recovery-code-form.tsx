'use client'

import type { ReactNode } from 'react'
import {
  fillLabel,
  resolveLabels,
  useRecoveryCodeForm,
  type FormMessage,
  type Labels,
  type RecoveryCodeFormBehaviour,
  type RecoveryCodeFormBinding,
} from 'react-recovery-login/headless'
import { Alert, button, column, field, Icon, Spinner, ways } from './parts'

/** Step 1: asks for the recovery code. */
export function RecoveryCodeForm(binding: RecoveryCodeFormBinding): ReactNode {
  const { verifying, format, concealable, onTryAnotherMethod, onCodeMissing, onSupport } = binding
  const form = useRecoveryCodeForm(binding)
  const labels = resolveLabels(binding.labels)
  const { message } = form
  return (
    <form className={column} {...form.formProps}>
      <header className="grid gap-2">
        <h2 className="text-xl leading-tight font-semibold tracking-tight text-balance">
          <span>{labels['form.heading']}</span>
        </h2>
        <p className="text-sm text-pretty text-muted-foreground">{labels['form.lead']}</p>
        {onTryAnotherMethod && (
          <p className="text-sm text-pretty text-muted-foreground">{labels['form.usual']}</p>
        )}
      </header>
      <div className="grid gap-2" {...form.fieldProps}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <label className="text-sm font-medium" {...form.labelProps}>
            {labels['form.label']}
          </label>
          <span
            // No check mark next to a message that something is wrong.
            className={`text-xs text-muted-foreground tabular-nums ${message === undefined ? 'data-[rrl-state=complete]:font-medium data-[rrl-state=complete]:text-foreground' : ''}`}
            {...form.counterProps}
          />
        </div>
        {/* Left-to-right with its code: the button stays at the code's end. */}
        <div className="relative grid [direction:ltr]">
          <input
            {...form.inputProps}
            className={`${form.inputProps.className} ${field} ${concealable ? 'pe-12' : ''} ${
              concealable && form.concealed ? '[-webkit-text-security:disc]' : ''
            }`}
          />
          {concealable && (
            <button
              className="absolute inset-y-0 end-0 grid w-11 cursor-pointer place-items-center rounded-md text-muted-foreground hover:text-foreground focus-visible:outline-2 focus-visible:-outline-offset-4 focus-visible:outline-foreground"
              {...form.revealProps}
              aria-label={labels[form.concealed ? 'form.reveal' : 'form.conceal']}
            >
              <Icon name="eye" />
            </button>
          )}
        </div>
        {message === undefined ? (
          <p className="text-sm text-pretty text-muted-foreground" {...form.hintProps}>
            {fillLabel(labels, 'form.hint', { count: format.length })}
          </p>
        ) : (
          <Message
            key={message.title}
            {...{ message, form, labels }}
            onTryAnotherMethod={onTryAnotherMethod}
          />
        )}
      </div>
      <div className="grid gap-3">
        <Advice binding={binding} labels={labels} message={message} />
        <button className={button.primary} {...form.submitProps}>
          {verifying && <Spinner />}
          <span>{labels[verifying ? 'form.submitting' : 'form.submit']}</span>
        </button>
        {verifying && (
          <p className="text-sm text-pretty text-muted-foreground">
            <span>{labels['form.keepOpen']}</span>
          </p>
        )}
      </div>
      {!verifying && (
        <div className="-m-2 flex flex-wrap empty:hidden">
          {ways(
            [
              { label: labels['form.tryAnother'], go: onTryAnotherMethod },
              { label: labels['form.codeMissing'], go: onCodeMissing },
              { label: labels['form.support'], go: onSupport },
            ],
            'link',
          )}
        </div>
      )}
      {/* A live region is there before its text: else it may not be heard. */}
      <p className="sr-only" role="status">
        <span>{form.announcement}</span>
      </p>
    </form>
  )
}

/** Below the field: the message, a countdown, and the message's actions. */
function Message({
  message,
  form,
  labels,
  onTryAnotherMethod,
}: {
  readonly message: FormMessage
  readonly form: RecoveryCodeFormBehaviour
  readonly labels: Labels
  readonly onTryAnotherMethod: (() => void) | undefined
}): ReactNode {
  const sendAnyway = message.action === 'send-anyway'
  return (
    <Alert tone={message.tone} title={message.title} text={message.text} {...form.messageProps}>
      {message.countdown && form.countdown !== undefined && (
        <p className="flex flex-wrap items-baseline gap-x-2" role="timer">
          <span className="text-2xl font-semibold tabular-nums" dir="ltr">
            {form.countdown}
          </span>
          <span className="text-muted-foreground">{labels['form.limited.until']}</span>
        </p>
      )}
      {message.action && (
        <div className="flex flex-wrap gap-2 pt-2">
          <button
            type="button"
            className={button.outline}
            onClick={sendAnyway ? form.sendAnyway : () => onTryAnotherMethod?.()}
          >
            <span>{labels[sendAnyway ? 'form.sendAnyway' : 'form.appCode.action']}</span>
          </button>
        </div>
      )}
    </Alert>
  )
}

/** What to know before the code is sent. */
function Advice({
  binding: { verifying, expiresAt },
  labels,
  message,
}: {
  readonly binding: RecoveryCodeFormBinding
  readonly labels: Labels
  readonly message: FormMessage | undefined
}): ReactNode {
  if (verifying) return null
  return (
    <>
      {message === undefined && (
        <p className="text-sm text-pretty text-muted-foreground">
          <span>{labels['form.advice']}</span>
        </p>
      )}
      {expiresAt !== undefined && (
        <p className="text-sm text-muted-foreground">
          {/* A server has another time zone. */}
          <span suppressHydrationWarning>
            {fillLabel(labels, 'form.deadline', {
              time: new Intl.DateTimeFormat(labels.locale, { timeStyle: 'short' }).format(
                expiresAt,
              ),
            })}
          </span>
        </p>
      )}
    </>
  )
}
