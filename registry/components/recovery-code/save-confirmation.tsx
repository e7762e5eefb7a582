'use client'

import type { ReactNode } from 'react'
import {
  fillLabel,
  resolveLabels,
  useSaveConfirmation,
  type Labels,
  type SaveConfirmationBehaviour,
  type SaveConfirmationBinding,
} from 'react-recovery-login/headless'
import { Alert, button, checkbox, column, field, Icon, Spinner } from './parts'

/** The props of every part of the confirmation. */
interface PartProps {
  readonly binding: SaveConfirmationBinding
  readonly save: SaveConfirmationBehaviour
  readonly labels: Labels
}

/** Step 3, second half: the ways to save the code, and the gate. It never gets the code. */
export function SaveConfirmation(binding: SaveConfirmationBinding): ReactNode {
  const { finishing, occasion } = binding
  const save = useSaveConfirmation(binding)
  const labels = resolveLabels(binding.labels)
  const props = { binding, save, labels }
  return (
    <form className={column} {...save.formProps}>
      <div className="flex flex-col gap-3">
        <p className="text-sm font-medium text-balance">{labels['save.lead']}</p>
        <SaveActions {...props} />
        {/* A live region is there before its text: else it may not be heard. */}
        <p className="text-sm text-muted-foreground has-[>:empty]:-mt-3" role="status">
          <span key={save.statusKey}>{save.status}</span>
        </p>
        <SaveMessage {...props} />
      </div>
      <p className="sr-only" {...save.announcerProps}>
        {save.announcements.map(({ key, text }) => (
          <span key={key}>{text}</span>
        ))}
      </p>
      <Gate {...props} />
      <button className={button.primary} {...save.continueProps}>
        {finishing === 'running' && <Spinner />}
        <span>{continueLabel()}</span>
      </button>
    </form>
  )

  function continueLabel(): string {
    if (finishing === 'running') return labels['gate.finishing']
    if (finishing === 'failed') return labels['completeFailed.action']
    return labels[occasion === 'unfinished' ? 'gate.startAgain' : 'gate.continue']
  }
}

const done = {
  copy: 'save.copied',
  download: 'save.downloaded',
  print: 'save.printed',
  share: 'save.shared',
} as const

function SaveActions({ binding, save, labels }: PartProps): ReactNode {
  return (
    <div className="flex flex-wrap gap-2">
      {binding.offers.map((action) => {
        const isDone = save.actionState(action) === 'done'
        return (
          <button
            key={action}
            className={`${button.outline} flex-1 basis-[40%] first:basis-full @xs:basis-1/4 @xs:first:basis-full ${
              isDone ? 'border-primary dark:border-primary' : ''
            }`}
            {...save.actionProps(action)}
          >
            <Icon name={isDone ? 'check' : action} />
            <span>{labels[isDone ? done[action] : (`save.${action}` as const)]}</span>
          </button>
        )
      })}
    </div>
  )
}

/** An error or a question: only the person knows whether the file or printout is there. */
function SaveMessage({ binding, save, labels }: PartProps): ReactNode {
  const { alert } = save
  if (alert === undefined) return null
  return (
    <Alert
      key={save.alertKey}
      tone={alert.tone}
      title={alert.title}
      text={alert.text}
      keys={binding.lastAttempt?.action === 'copy'}
      role={alert.question ? undefined : 'alert'}
    >
      {alert.question && (
        <div className="flex flex-wrap gap-2 pt-2">
          <button className={button.outline} {...save.answerProps(true)}>
            <span>{labels['save.askYes']}</span>
          </button>
          <button className={button.outline} {...save.answerProps(false)}>
            <span>{labels['save.askNo']}</span>
          </button>
        </div>
      )}
    </Alert>
  )
}

/** What opens Continue: a checkbox or a field for the copy. If neither is needed, only why it is locked. */
function Gate({ binding, save, labels }: PartProps): ReactNode {
  const { confirmBy, occasion, issuedAt } = binding
  const error = save.error !== undefined && (
    <p className="flex gap-2 text-sm font-medium text-destructive" {...save.messageProps}>
      <Icon name="warning" className="translate-y-0.5" />
      <span>{save.error}</span>
    </p>
  )
  if (confirmBy === 'retype') return <RetypeField save={save} labels={labels} error={error} />
  if (confirmBy !== 'checkbox') return error === false ? null : error
  const label = occasion === 'enrolled' ? 'gate.enrol.checkbox' : 'gate.checkbox'
  const date = new Intl.DateTimeFormat(labels.locale, { dateStyle: 'long' }).format(issuedAt)
  return (
    <div className="grid gap-2">
      <label className="grid cursor-pointer grid-cols-[auto_1fr] items-start gap-3 rounded-md border p-3 text-sm transition-colors hover:bg-accent/50 has-checked:border-primary has-checked:bg-primary/5 has-aria-invalid:border-destructive motion-reduce:transition-none">
        <span className="grid">
          <input className={checkbox} {...save.tickProps} />
          <span className="pointer-events-none invisible col-start-1 row-start-1 grid place-items-center text-primary-foreground peer-checked:visible forced-colors:hidden">
            <Icon name="check" />
          </span>
        </span>
        <span className="text-balance">{fillLabel(labels, label, { date })}</span>
      </label>
      {error}
    </div>
  )
}

function RetypeField({
  save,
  labels,
  error,
}: Omit<PartProps, 'binding'> & { readonly error: ReactNode }): ReactNode {
  const { retypeMessage: told } = save
  return (
    <div className="grid gap-2" {...save.retypeFieldProps}>
      <label className="text-sm font-medium" {...save.retypeLabelProps}>
        {labels['retype.label']}
      </label>
      <input {...save.retypeProps} className={`${save.retypeProps.className} ${field}`} />
      {told === undefined ? (
        error || (
          <p className="text-sm text-pretty text-muted-foreground" {...save.messageProps}>
            {labels['retype.hint']}
          </p>
        )
      ) : (
        <p
          key={told.text}
          className={`flex gap-2 text-sm font-medium ${told.tone === 'danger' ? 'text-destructive' : ''}`}
          {...save.messageProps}
        >
          <Icon name={told.tone === 'success' ? 'check' : 'warning'} className="translate-y-0.5" />
          <span>{told.text}</span>
        </p>
      )}
      {/* The input itself is heard and reached by the keyboard, and not seen. */}
      <label
        className={`${button.link} relative -ms-2 justify-self-start has-focus-visible:outline-2 has-focus-visible:outline-foreground`}
      >
        <span>{labels['retype.file']}</span>
        <input
          className="absolute inset-0 w-full cursor-pointer opacity-0"
          {...save.retypeFileProps}
        />
      </label>
    </div>
  )
}
