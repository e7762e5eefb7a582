import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import { fillLabel } from '../labels/fill-label.ts'
import { formatTime } from '../labels/format-date.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'
import { useRecoveryCodeForm } from './use-recovery-code-form.ts'
import { ActionButton } from '../parts/action-button.tsx'
import { FormAlert } from './form-alert.tsx'
import { Header } from '../parts/header.tsx'
import { Icon } from '../parts/icon.tsx'
import { partProps, type NativeProps, type StyledProps } from '../parts/styled-props.ts'
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
  extends
    RecoveryCodeFormBinding,
    StyledProps<RecoveryCodeFormPart>,
    NativeProps<'form', RecoveryCodeFormBinding> {}

/**
 * Step 1: asks for the recovery code. Takes whatever is pasted, holds back what would only cost a try, says each
 * failure in the person's words, and keeps what was typed. Takes the native props of `form`, and a `ref` to it.
 *
 * @example <RecoveryCodeForm {...challenge.form} />
 * @see WCAG 2.2 SC 3.3.8 Accessible Authentication
 */
export const RecoveryCodeForm: ForwardRefExoticComponent<
  RecoveryCodeFormProps & RefAttributes<HTMLFormElement>
> = forwardRef<HTMLFormElement, RecoveryCodeFormProps>(function RecoveryCodeForm(props, ref) {
  const {
    turn: _turn,
    verifying,
    slow: _slow,
    error: _error,
    afterUnknown: _afterUnknown,
    maybeLocked: _maybeLocked,
    retryAt,
    expiresAt,
    format,
    concealable = false,
    labels: given,
    now: _now,
    onSubmit: _onSubmit,
    onTryAnotherMethod,
    onCodeMissing,
    onSupport,
    classNames,
    slots,
    footer,
    extraActions,
    className,
    ...native
  } = props
  const form = useRecoveryCodeForm(props)
  const labels = resolveLabels(given)
  const part = partProps(classNames)
  const Input = slots?.Input ?? 'input'
  const Button = slots?.Button ?? 'button'
  const { message } = form
  return (
    <form
      {...native}
      {...part('form', className)}
      data-rrl-state={verifying ? 'verifying' : retryAt === undefined ? 'prompt' : 'limited'}
      ref={ref}
      {...form.formProps}
    >
      <Header icon="key" heading={labels['form.heading']} part={part} slots={slots}>
        <p {...part('lead')}>{labels['form.lead']}</p>
        {onTryAnotherMethod && <p {...part('lead')}>{labels['form.usual']}</p>}
      </Header>
      <div {...part('field')} {...form.fieldProps}>
        <div data-rrl-part="label-row">
          <label {...part('label')} {...form.labelProps}>
            {labels['form.label']}
          </label>
          <span data-rrl-part="counter" {...form.counterProps} />
        </div>
        <div data-rrl-part="field-box">
          <Input
            {...form.inputProps}
            {...part('input', form.inputProps.className)}
            data-rrl-state={concealable && form.concealed ? 'concealed' : undefined}
          />
          {concealable && (
            <Button
              {...part('reveal')}
              {...form.revealProps}
              aria-label={labels[form.concealed ? 'form.reveal' : 'form.conceal']}
            >
              <Icon name="eye" />
            </Button>
          )}
        </div>
        {message === undefined ? (
          <p {...part('hint')} {...form.hintProps}>
            {fillLabel(labels, 'form.hint', { count: format.length })}
          </p>
        ) : (
          <FormAlert
            key={message.title}
            {...{ message, form, labels, part, slots, onTryAnotherMethod }}
          />
        )}
      </div>
      <div {...part('actions')}>
        {message === undefined && !verifying && (
          <p {...part('advice')}>
            <Icon name="refresh" />
            <span data-rrl-part="advice-text">{labels['form.advice']}</span>
          </p>
        )}
        {expiresAt !== undefined && !verifying && (
          <p {...part('advice')}>
            <Icon name="clock" />
            {/* A server has another time zone. */}
            <span data-rrl-part="advice-text" suppressHydrationWarning>
              {fillLabel(labels, 'form.deadline', { time: formatTime(expiresAt, labels) })}
            </span>
          </p>
        )}
        <ActionButton
          {...part('submit')}
          variant="primary"
          label={labels[verifying ? 'form.submitting' : 'form.submit']}
          slots={slots}
          {...form.submitProps}
        />
        {verifying && (
          <p {...part('hint')}>
            <span>{labels['form.keepOpen']}</span>
          </p>
        )}
        {extraActions}
      </div>
      {!verifying && (
        <WaysOut
          labels={labels}
          part={part}
          slots={slots}
          onTryAnotherMethod={onTryAnotherMethod}
          onCodeMissing={onCodeMissing}
          onSupport={onSupport}
        />
      )}
      <p data-rrl-part="announcer" role="status">
        <span>{form.announcement}</span>
      </p>
      {footer}
    </form>
  )
})
