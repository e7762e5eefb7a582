import type { ReactElement } from 'react'
import { fillLabel } from '../labels/fill-label.ts'
import { Icon } from '../parts/icon.tsx'
import { useLook } from '../parts/look.ts'
import { FormAlert } from './form-alert.tsx'
import type { RecoveryCodeFormBehaviour } from './recovery-code-form-behaviour.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'

/** The field with its label, its count and its hint or message. */
export function CodeField({
  binding,
  form,
}: {
  readonly binding: RecoveryCodeFormBinding
  readonly form: RecoveryCodeFormBehaviour
}): ReactElement {
  const { format, concealable = false, onTryAnotherMethod } = binding
  const { labels, slots, part } = useLook()
  const { message } = form
  return (
    <div {...part('field')} {...form.fieldProps}>
      <div data-rrl-part="label-row">
        <label {...part('label')} {...form.labelProps}>
          {labels['form.label']}
        </label>
        <span data-rrl-part="counter" {...form.counterProps} />
      </div>
      <div data-rrl-part="field-box">
        <slots.Input
          {...form.inputProps}
          {...part('input', form.inputProps.className)}
          data-rrl-state={concealable && form.concealed ? 'concealed' : undefined}
        />
        {concealable && (
          <slots.Button
            {...part('reveal')}
            {...form.revealProps}
            aria-label={labels[form.concealed ? 'form.reveal' : 'form.conceal']}
          >
            <Icon name="eye" />
          </slots.Button>
        )}
      </div>
      {message === undefined ? (
        <p {...part('hint')} {...form.hintProps}>
          {fillLabel(labels, 'form.hint', { count: format.length })}
        </p>
      ) : (
        <FormAlert
          key={message.title}
          message={message}
          form={form}
          onTryAnotherMethod={onTryAnotherMethod}
        />
      )}
    </div>
  )
}
