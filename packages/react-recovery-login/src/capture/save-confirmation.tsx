import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import { useSaveConfirmation } from './use-save-confirmation.ts'
import { ActionButton } from '../parts/action-button.tsx'
import { Alert } from '../parts/alert.tsx'
import { SaveActions } from './save-actions.tsx'
import { SaveGate } from './save-gate.tsx'
import { LookProvider, lookOf } from '../parts/look.ts'
import { nativeProps, type NativeProps } from '../parts/native-props.ts'
import type { StyledProps } from '../parts/styled-props.ts'

export type SaveConfirmationPart =
  | 'confirmation'
  | 'save'
  | 'save-lead'
  | 'save-actions'
  | 'save-action'
  | 'status'
  | 'alert'
  | 'gate'
  | 'checkbox-row'
  | 'checkbox'
  | 'field'
  | 'label'
  | 'input'
  | 'hint'
  | 'error'
  | 'continue'

export interface SaveConfirmationProps
  extends SaveConfirmationBinding, StyledProps<SaveConfirmationPart>, NativeProps<'form'> {}

/**
 * Step 3, second half: the ways to save the code, and the gate. Says `copied` only once the platform confirmed it, asks
 * about what the platform can't tell, and explains why Continue came too early. Never gets the code. Takes the native
 * props of `form`, and a `ref` to it. `extraActions` is the place for a password manager's own button:
 * `data-rrl-part="save-action"` and `data-rrl-variant="secondary"` make it look like the others.
 *
 * @example <SaveConfirmation {...challenge.confirmation} />
 * @see WCAG 2.2 SC 3.3.3 Error Suggestion, SC 4.1.3 Status Messages
 */
export const SaveConfirmation: ForwardRefExoticComponent<
  SaveConfirmationProps & RefAttributes<HTMLFormElement>
> = forwardRef<HTMLFormElement, SaveConfirmationProps>(function SaveConfirmation(props, ref) {
  const { occasion, offers, lastAttempt, ready, finishing } = props
  const save = useSaveConfirmation(props)
  const look = lookOf<SaveConfirmationPart>(props)
  const { labels, part } = look
  const { alert } = save
  const continueLabels = {
    no: occasion === 'unfinished' ? 'gate.startAgain' : 'gate.continue',
    running: 'gate.finishing',
    failed: 'completeFailed.action',
  } as const
  return (
    <LookProvider value={look}>
      <form
        {...nativeProps(props)}
        {...part('confirmation', props.className)}
        data-rrl-state={ready ? 'confirmed' : 'waiting'}
        ref={ref}
        {...save.formProps}
      >
        <div {...part('save')}>
          <p {...part('save-lead')}>{labels['save.lead']}</p>
          <SaveActions offers={offers} save={save}>
            {props.extraActions}
          </SaveActions>
          <p {...part('status')} role="status">
            <span key={save.statusKey}>{save.status}</span>
          </p>
          {alert && (
            <Alert
              key={save.alertKey}
              tone={alert.tone}
              icon={alert.tone === 'info' ? 'key' : 'warning'}
              title={alert.title}
              text={alert.text}
              keys={lastAttempt?.action === 'copy'}
              messageProps={{ role: alert.question ? undefined : 'alert' }}
            >
              {alert.question && (
                <div data-rrl-part="alert-actions">
                  <ActionButton
                    part="ask-yes"
                    variant="secondary"
                    label={labels['save.askYes']}
                    {...save.answerProps(true)}
                  />
                  <ActionButton
                    part="ask-no"
                    variant="secondary"
                    label={labels['save.askNo']}
                    {...save.answerProps(false)}
                  />
                </div>
              )}
            </Alert>
          )}
        </div>
        <p data-rrl-part="announcer" {...save.announcerProps}>
          {save.announcements.map(({ key, text }) => (
            <span key={key}>{text}</span>
          ))}
        </p>
        <SaveGate binding={props} save={save} />
        <ActionButton
          part="continue"
          variant="primary"
          label={labels[continueLabels[finishing]]}
          {...save.continueProps}
        />
        {props.footer}
      </form>
    </LookProvider>
  )
})
