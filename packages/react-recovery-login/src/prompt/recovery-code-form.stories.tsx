import { useState } from 'react'
import {
  fillLabel,
  RecoveryCodeError,
  RecoveryCodeForm,
  type RecoveryCodeFormProps,
} from 'react-recovery-login'
import { expect, fn, spyOn, waitFor } from 'storybook/test'
import { calledOnce } from '../../../../.storybook/called-once.ts'
import { dropFile } from '../../../../.storybook/drop-file.ts'
import { onPanel } from '../../../../.storybook/panel.tsx'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { format, issuedAt, recoveryCode } from '../../../../.storybook/samples.ts'

const meta = preview.meta({
  title: 'Components/RecoveryCodeForm',
  component: RecoveryCodeForm,
  decorators: [onPanel],
  args: {
    verifying: false,
    slow: false,
    afterUnknown: false,
    maybeLocked: false,
    format,
    now: () => issuedAt,
    onSubmit: fn(async () => ({ used: false })),
    onTryAnotherMethod: fn(),
    onCodeMissing: fn(),
    onSupport: fn(),
  },
})

export const Empty = meta.story({
  play: async (context) => {
    const { field, say, sees } = personIn(context)
    await sees(say['form.heading'], say['form.usual'], say['form.advice'])
    await expect(field()).toHaveAccessibleDescription(fillLabel(say, 'form.hint', { count: 24 }))
    await expect(field()).not.toHaveAttribute('name')
  },
})

/** The ways out appear if the host gives them. */
export const Alone = meta.story({
  args: { onTryAnotherMethod: undefined, onCodeMissing: undefined, onSupport: undefined },
  play: async (context) => {
    const { say, seesNo } = personIn(context)
    seesNo(say['form.usual'], say['form.tryAnother'], say['form.codeMissing'], say['form.support'])
    await expect(context.canvas.getAllByRole('button')).toHaveLength(1)
  },
})

export const Deadline = meta.story({
  args: { expiresAt: issuedAt + 600_000 },
  play: async (context) => {
    const { say, sees } = personIn(context)
    const time = new Intl.DateTimeFormat(say.locale, { timeStyle: 'short' })
    await sees(fillLabel(say, 'form.deadline', { time: time.format(issuedAt + 600_000) }))
  },
})

/** After an interruption, if the handler holds the answer. */
export const Held = meta.story({
  args: { heldUntil: issuedAt + 480_000, expiresAt: issuedAt + 480_000 },
  play: async (context) => {
    const { say, sees, seesNo } = personIn(context)
    const time = new Intl.DateTimeFormat(say.locale, { timeStyle: 'short' })
    await sees(fillLabel(say, 'held.lead', { time: time.format(issuedAt + 480_000) }))
    // They are about a code that is not used yet.
    seesNo(say['form.lead'], say['form.usual'], say['form.advice'])
  },
})

export const Typing = meta.story({
  play: async (context) => {
    const { say, types, sees } = personIn(context)
    await types('h4tz-8mpw-6rkc-2vxn-9jqb')
    await sees(fillLabel(say, 'form.counter', { count: 20, length: 24 }))
  },
})

export const Complete = meta.story({
  play: async (context) => {
    const { say, types, sees, presses } = personIn(context)
    await types('h4tz 8mpw 6rkc 2vxn 9jqb 7sgd')
    await sees(fillLabel(say, 'form.counter', { count: 24, length: 24 }))
    await presses(say['form.submit'])
    await expect(context.args.onSubmit).toHaveBeenCalledTimes(1)
  },
})

/** The whole saved file is pasted, and the code is found in it. */
export const PastedFile = meta.story({
  play: async (context) => {
    const { field, say, pastes, sees } = personIn(context)
    await pastes(
      `Fernhill recovery code\nNew on 24 November 2026\n\n${recoveryCode}\n\nWorks once.`,
    )
    await expect(field()).toHaveValue(recoveryCode)
    await sees(fillLabel(say, 'form.counter', { count: 24, length: 24 }))
  },
})

/** The saved file, dropped just next to the field. */
export const DroppedFile = meta.story({
  play: async (context) => {
    const { field, say } = personIn(context)
    const file = new File([`Fernhill\n\n${recoveryCode}\n`], 'recovery-code.txt')
    await dropFile(file, context.canvas.getByText(fillLabel(say, 'form.hint', { count: 24 })))
    await waitFor(() => expect(field()).toHaveValue(recoveryCode))
  },
})

export const Concealed = meta.story({
  args: { concealable: true },
  play: async (context) => {
    const { button, field, say, pastes, presses } = personIn(context)
    await pastes(recoveryCode)
    await presses(say['form.conceal'])
    await expect(button(say['form.reveal'])).not.toHaveAttribute('aria-pressed')
    await expect(field()).toHaveAttribute('type', 'text')
  },
})

/** Nothing is sent, so none of these costs an attempt. */
async function heldBack(context: Parameters<typeof personIn>[0], code: string): Promise<void> {
  const { field, say, pastes, presses } = personIn(context)
  if (code !== '') await pastes(code)
  await presses(say['form.submit'])
  await expect(field()).toHaveFocus()
  await expect(context.args['onSubmit']).not.toHaveBeenCalled()
}

export const NothingTyped = meta.story({
  play: async (context) => {
    const { field, say, sees } = personIn(context)
    await heldBack(context, '')
    await sees(say['form.empty'])
    await expect(field()).toBeInvalid()
  },
})

export const LookAlike = meta.story({
  play: async (context) => {
    const { say, sees } = personIn(context)
    await heldBack(context, 'H4TZ-8MPW-6RKC-2VXN-9JQB-7SG0')
    await sees(say['form.lookAlike.title'])
  },
})

export const TooShort = meta.story({
  play: async (context) => {
    const { say, sees } = personIn(context)
    await heldBack(context, 'H4TZ-8MPW-6RKC-2VXN-9JQB')
    await sees(
      fillLabel(say, 'form.length.title', { count: 20, length: 24 }),
      say['form.length.text'],
    )
  },
})

/** The server decides, so an unusual code can still be sent. */
export const SentAnyway = meta.story({
  play: async (context) => {
    const { field, say, presses, seesNo } = personIn(context)
    await heldBack(context, 'H4TZ-8MPW-6RKC-2VXN-9JQB')
    await presses(say['form.sendAnyway'])
    await expect(field()).toHaveFocus()
    await calledOnce(context.args.onSubmit, 'H4TZ-8MPW-6RKC-2VXN-9JQB')
    seesNo(say['form.length.text'])
  },
})

export const TooLong = meta.story({
  play: async (context) => {
    const { say, sees } = personIn(context)
    await heldBack(context, `${recoveryCode}XY`)
    await sees(
      fillLabel(say, 'form.length.title', { count: 26, length: 24 }),
      say['form.long.text'],
    )
  },
})

/** Six digits come from an app: the message leads there and costs no attempt. */
export const AppCode = meta.story({
  play: async (context) => {
    const { say, presses, sees } = personIn(context)
    await heldBack(context, '123 456')
    await sees(say['form.appCode.title'])
    await presses(say['form.appCode.action'])
    await expect(context.args.onTryAnotherMethod).toHaveBeenCalledTimes(1)
  },
})

export const Offline = meta.story({
  beforeEach() {
    spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  },
  play: async (context) => {
    const { say, sees } = personIn(context)
    await heldBack(context, recoveryCode)
    await sees(say['form.offline.title'], say['form.sendAnyway'])
  },
})

/** The form after the server's answer. */
function answered(next: Partial<RecoveryCodeFormProps>) {
  return function Answered(args: RecoveryCodeFormProps) {
    const [sent, setSent] = useState(false)
    const onSubmit = async () => {
      setSent(true)
      return { used: false }
    }
    return <RecoveryCodeForm {...args} onSubmit={onSubmit} {...(sent && next)} />
  }
}

const refused = { error: new RecoveryCodeError('code-rejected') }

export const Refused = meta.story({
  render: answered(refused),
  play: async (context) => {
    const { field, say, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.rejected.title'])
    await expect(field()).toHaveFocus()
    await expect(field()).toBeInvalid()
    await expect(field()).toHaveValue(recoveryCode)
    await expect(field()).toHaveAccessibleDescription(
      expect.stringContaining(say['form.rejected.text']),
    )
  },
})

/** After a lost answer, the first attempt has probably used the code. */
export const RefusedAgain = meta.story({
  render: answered({ ...refused, afterUnknown: true }),
  play: async (context) => {
    const { say, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.rejectedAgain.title'])
  },
})

export const MaybeLocked = meta.story({
  render: answered({ ...refused, maybeLocked: true }),
  play: async (context) => {
    const { say, submits, sees, seesNo } = personIn(context)
    await submits()
    await sees(say['form.maybeLocked.title'])
    seesNo(say['form.rejected.title'])
  },
})

const rateLimited = { error: new RecoveryCodeError('rate-limited') }

export const Limited = meta.story({
  render: answered({ ...rateLimited, retryAt: issuedAt + 342_000 }),
  play: async (context) => {
    const { button, field, say, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.limited.title'], '5:4', say['form.limited.until'])
    await expect(button(say['form.submit'])).toHaveAttribute('aria-disabled', 'true')
    await expect(field()).toHaveValue(recoveryCode)
    await expect(context.canvas.getByRole('status')).toHaveTextContent(
      fillLabel(say, 'form.limited.spoken', { count: 6 }),
    )
  },
})

export const ReadyAgain = meta.story({
  render: answered(rateLimited),
  play: async (context) => {
    const { button, say, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.limited.ready'])
    await expect(button(say['form.submit'])).not.toHaveAttribute('aria-disabled')
  },
})

export const Verifying = meta.story({
  render: answered({ verifying: true }),
  play: async (context) => {
    const { button, field, say, submits, sees, seesNo } = personIn(context)
    await submits()
    await sees(say['form.submitting'], say['form.keepOpen'])
    await expect(button(say['form.submitting'])).toHaveAttribute('aria-busy', 'true')
    await expect(field()).toHaveAttribute('readonly')
    seesNo(say['form.tryAnother'])
  },
})

export const Slow = meta.story({
  render: answered({ verifying: true, slow: true }),
  play: async (context) => {
    const { say, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.slow.title'])
    await expect(context.canvas.getByRole('status')).toHaveTextContent(say['form.slow.title'])
  },
})
