import type { ReactElement } from 'react'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'
import type { SaveConfirmationBehaviour } from './save-confirmation-behaviour.ts'
import { formatDate } from '../labels/format-date.ts'
import type { Labels } from '../labels/english-labels.ts'
import { Icon } from '../parts/icon.tsx'
import type { PartProps, Slots } from '../parts/styled-props.ts'

export interface SaveGateProps {
  readonly binding: SaveConfirmationBinding
  readonly save: SaveConfirmationBehaviour
  readonly labels: Labels
  readonly part: PartProps<
    'gate' | 'checkbox-row' | 'checkbox' | 'field' | 'label' | 'input' | 'hint' | 'error'
  >
  readonly slots: Slots | undefined
}

/** What opens Continue: a box to tick or a field for the copy. Where neither is asked for, only why it is closed. */
export function SaveGate({
  binding,
  save,
  labels,
  part,
  slots,
}: SaveGateProps): ReactElement | null {
  const Checkbox = slots?.Checkbox ?? 'input'
  const { confirmBy, issuedAt, occasion } = binding
  const error = save.error !== undefined && (
    <p {...part('error')} data-rrl-tone="danger" {...save.messageProps}>
      <Icon name="warning" />
      <span data-rrl-part="error-text">{save.error}</span>
    </p>
  )
  switch (confirmBy) {
    case 'checkbox': {
      const label = labels[occasion === 'enrolled' ? 'gate.enrol.checkbox' : 'gate.checkbox']
      return (
        <div {...part('gate')}>
          <label {...part('checkbox-row')}>
            <Checkbox {...part('checkbox')} {...save.tickProps} />
            <span data-rrl-part="checkbox-label">{label(formatDate(issuedAt, labels))}</span>
          </label>
          {error}
        </div>
      )
    }
    case 'retype':
      return (
        <div {...part('gate')}>
          <RetypeField save={save} labels={labels} part={part} slots={slots} error={error} />
        </div>
      )
    case 'action':
    case 'continue':
      return error === false ? null : <div {...part('gate')}>{error}</div>
  }
}

function RetypeField({
  save,
  labels,
  part,
  slots,
  error,
}: Omit<SaveGateProps, 'binding'> & { readonly error: ReactElement | false }): ReactElement {
  const Input = slots?.Input ?? 'input'
  const { retypeMessage: told } = save
  return (
    <div {...part('field')} {...save.retypeFieldProps}>
      <label {...part('label')} {...save.retypeLabelProps}>
        {labels['retype.label']}
      </label>
      <div data-rrl-part="field-box">
        <Input {...save.retypeProps} {...part('input', save.retypeProps.className)} />
      </div>
      {told === undefined ? (
        error || (
          <p {...part('hint')} {...save.messageProps}>
            {labels['retype.hint']}
          </p>
        )
      ) : (
        <p
          key={told.text}
          {...part(told.tone === 'danger' ? 'error' : 'hint')}
          data-rrl-tone={told.tone}
          data-rrl-state={told.tone === 'success' ? 'match' : undefined}
          {...save.messageProps}
        >
          <Icon name={told.tone === 'success' ? 'check' : 'warning'} />
          <span data-rrl-part="error-text">{told.text}</span>
        </p>
      )}
      <label data-rrl-part="retype-file" data-rrl-variant="quiet">
        <span data-rrl-part="button-label">{labels['retype.file']}</span>
        <input data-rrl-part="file" {...save.retypeFileProps} />
      </label>
    </div>
  )
}
