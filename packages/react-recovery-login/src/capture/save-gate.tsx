import type { ReactElement } from 'react'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import type { SaveConfirmationBehaviour } from './save-confirmation-behaviour.ts'
import { fillLabel } from '../labels/fill-label.ts'
import { formatDate } from '../labels/format-date.ts'
import { Icon } from '../parts/icon.tsx'
import { useLook } from '../parts/look.ts'

export interface SaveGateProps {
  readonly binding: SaveConfirmationBinding
  readonly save: SaveConfirmationBehaviour
}

/** What unlocks Continue: a checkbox or a field for the copy. If neither is needed, only why it is locked. */
export function SaveGate({ binding, save }: SaveGateProps): ReactElement | null {
  const { labels, slots, part } = useLook()
  const { confirmBy, issuedAt, occasion } = binding
  const error = save.error !== undefined && (
    <p {...part('error')} data-rrl-tone="danger" {...save.messageProps}>
      <Icon name="warning" />
      <span data-rrl-part="error-text">{save.error}</span>
    </p>
  )
  switch (confirmBy) {
    case 'checkbox': {
      const label = occasion === 'enrolled' ? 'gate.enrol.checkbox' : 'gate.checkbox'
      return (
        <div {...part('gate')}>
          <label {...part('checkbox-row')}>
            <slots.Checkbox {...part('checkbox')} {...save.tickProps} />
            <span data-rrl-part="checkbox-label">
              {fillLabel(labels, label, { date: formatDate(issuedAt, labels) })}
            </span>
          </label>
          {error}
        </div>
      )
    }
    case 'retype':
      return (
        <div {...part('gate')}>
          <RetypeField save={save} error={error} />
        </div>
      )
    case 'action':
    case 'continue':
      return error === false ? null : <div {...part('gate')}>{error}</div>
  }
}

function RetypeField({
  save,
  error,
}: Omit<SaveGateProps, 'binding'> & { readonly error: ReactElement | false }): ReactElement {
  const { labels, slots, part } = useLook()
  const { retypeMessage: message } = save
  return (
    <div {...part('field')} {...save.retypeFieldProps}>
      <label {...part('label')} {...save.retypeLabelProps}>
        {labels['retype.label']}
      </label>
      <div data-rrl-part="field-box">
        <slots.Input {...save.retypeProps} {...part('input', save.retypeProps.className)} />
      </div>
      {message === undefined ? (
        error || (
          <p {...part('hint')} {...save.messageProps}>
            {labels['retype.hint']}
          </p>
        )
      ) : (
        <p
          key={message.text}
          {...part(message.tone === 'danger' ? 'error' : 'hint')}
          data-rrl-tone={message.tone}
          data-rrl-state={message.tone === 'success' ? 'match' : undefined}
          {...save.messageProps}
        >
          <Icon name={message.tone === 'success' ? 'check' : 'warning'} />
          <span data-rrl-part="error-text">{message.text}</span>
        </p>
      )}
      <label data-rrl-part="retype-file" data-rrl-variant="quiet">
        <span data-rrl-part="button-label">{labels['retype.file']}</span>
        <input data-rrl-part="file" {...save.retypeFileProps} />
      </label>
    </div>
  )
}
