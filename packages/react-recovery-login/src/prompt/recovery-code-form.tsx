import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import { fillLabel } from '../labels/fill-label.ts'
import { formatTime } from '../labels/format-date.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'
import { useRecoveryCodeForm } from './use-recovery-code-form.ts'
import { ActionButton } from '../parts/action-button.tsx'
import { CodeField } from './code-field.tsx'
import { Header } from '../parts/header.tsx'
import { Icon } from '../parts/icon.tsx'
import { LookProvider, lookOf } from '../parts/look.ts'
import { nativeProps, type NativeProps } from '../parts/native-props.ts'
import type { StyledProps } from '../parts/styled-props.ts'
import { WaysOut } from '../parts/ways-out.tsx'

export type RecoveryCodeFormPart =
  | 'form'
  | 'header'
  | 'heading'
  | 'lead'
  | 'field'
  | 'label'
  | 'input'
  | 'reveal'
  | 'hint'
  | 'alert'
  | 'actions'
  | 'advice'
  | 'submit'
  | 'ways-out'
  | 'try-another'
  | 'code-missing'
  | 'support'

export interface RecoveryCodeFormProps
  extends RecoveryCodeFormBinding, StyledProps<RecoveryCodeFormPart>, NativeProps<'form'> {}

/**
 * Step 1: asks for the recovery code. Accepts whatever is pasted, holds back what would only cost an attempt, explains
 * each failure in the person's words, and keeps what was typed. Takes the native props of `form`, and a `ref` to it.
 *
 * @example <RecoveryCodeForm {...challenge.form} />
 * @see WCAG 2.2 SC 3.3.8 Accessible Authentication
 */
export const RecoveryCodeForm: ForwardRefExoticComponent<
  RecoveryCodeFormProps & RefAttributes<HTMLFormElement>
> = forwardRef<HTMLFormElement, RecoveryCodeFormProps>(function RecoveryCodeForm(props, ref) {
  const { verifying, retryAt, expiresAt, heldUntil } = props
  const { onTryAnotherMethod, onCodeMissing, onSupport } = props
  const form = useRecoveryCodeForm(props)
  const look = lookOf<RecoveryCodeFormPart>(props)
  const { labels, part } = look
  const { message } = form
  return (
    <LookProvider value={look}>
      <form
        {...nativeProps(props)}
        {...part('form', props.className)}
        data-rrl-state={verifying ? 'verifying' : retryAt === undefined ? 'prompt' : 'limited'}
        ref={ref}
        {...form.formProps}
      >
        <Header icon="key" heading={labels['form.heading']}>
          <p {...part('lead')} suppressHydrationWarning={heldUntil !== undefined}>
            {heldUntil === undefined
              ? labels['form.lead']
              : fillLabel(labels, 'held.lead', { time: formatTime(heldUntil, labels) })}
          </p>
          {onTryAnotherMethod && heldUntil === undefined && (
            <p {...part('lead')}>{labels['form.usual']}</p>
          )}
        </Header>
        <CodeField binding={props} form={form} />
        <div {...part('actions')}>
          {message === undefined && !verifying && heldUntil === undefined && (
            <p {...part('advice')}>
              <Icon name="refresh" />
              <span data-rrl-part="advice-text">{labels['form.advice']}</span>
            </p>
          )}
          {expiresAt !== undefined && heldUntil === undefined && !verifying && (
            <p {...part('advice')}>
              <Icon name="clock" />
              {/* The server may be in another time zone. */}
              <span data-rrl-part="advice-text" suppressHydrationWarning>
                {fillLabel(labels, 'form.deadline', { time: formatTime(expiresAt, labels) })}
              </span>
            </p>
          )}
          <ActionButton
            part="submit"
            variant="primary"
            label={labels[verifying ? 'form.submitting' : 'form.submit']}
            {...form.submitProps}
          />
          {verifying && (
            <p {...part('hint')}>
              <span>{labels['form.keepOpen']}</span>
            </p>
          )}
          {props.extraActions}
        </div>
        {!verifying && (
          <WaysOut
            onTryAnotherMethod={onTryAnotherMethod}
            onCodeMissing={onCodeMissing}
            onSupport={onSupport}
          />
        )}
        <p data-rrl-part="announcer" role="status">
          <span>{form.announcement}</span>
        </p>
        {props.footer}
      </form>
    </LookProvider>
  )
})
