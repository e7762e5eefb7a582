import { fillLabel, SaveConfirmation } from 'react-recovery-login'
import { expect, fn, waitFor } from 'storybook/test'
import { dropFile } from '../../../../.storybook/drop-file.ts'
import { onPanel } from '../../../../.storybook/panel.tsx'
import { personIn, shows } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { format, issuedAt, newRecoveryCode } from '../../../../.storybook/samples.ts'

const meta = preview.meta({
  title: 'Components/SaveConfirmation',
  component: SaveConfirmation,
  decorators: [onPanel],
  args: {
    confirmBy: 'checkbox' as const,
    occasion: 'replaced' as const,
    issuedAt,
    format,
    offers: ['copy', 'download', 'print'] as const,
    evidence: [],
    fileName: 'recovery-code.txt',
    ticked: false,
    ready: false,
    blocked: 'no' as const,
    finishing: 'no' as const,
    onAction: fn(),
    onAsked: fn(),
    onTick: fn(),
    onRetype: fn(),
    onMask: fn(),
    onConfirm: fn(() => false),
  },
})

export const Waiting = meta.story({
  play: async (context) => {
    const { button, say, presses, ticks } = personIn(context)
    await presses(say['save.copy'])
    await expect(context.args.onAction).toHaveBeenCalledWith('copy')
    await ticks()
    await expect(context.args.onTick).toHaveBeenCalledWith(true)
    await expect(button(say['gate.continue'])).toHaveAttribute('aria-disabled', 'true')
  },
})

export const ShareOffered = meta.story({
  args: { offers: ['copy', 'download', 'print', 'share'] },
  play: shows((say) => [say['save.share']]),
})

/** A web view that can do nothing else. */
export const CopyAlone = meta.story({
  args: { offers: ['copy'] },
  play: async (context) => {
    const { say, seesNo } = personIn(context)
    seesNo(say['save.download'], say['save.print'], say['save.share'])
  },
})

export const Copied = meta.story({
  args: { evidence: ['copy'], lastAttempt: { action: 'copy', result: 'done', count: 1 } },
  play: async (context) => {
    const { say, sees } = personIn(context)
    await sees(say['save.copied'])
    await expect(context.canvas.getAllByRole('status')[0]).toHaveTextContent(
      say['save.copiedStatus'],
    )
  },
})

export const CopiedByHand = meta.story({
  args: {
    evidence: ['copied-by-hand'],
    lastAttempt: { action: 'copied-by-hand', result: 'done', count: 1 },
  },
  play: shows((say) => [say['save.selected']]),
})

export const CopyFailed = meta.story({
  args: { lastAttempt: { action: 'copy', result: 'failed', count: 1 } },
  play: async (context) => {
    const { say } = personIn(context)
    await expect(context.canvas.getByRole('alert')).toHaveTextContent(say['save.copyFailed.title'])
  },
})

export const DownloadFailed = meta.story({
  args: { lastAttempt: { action: 'download', result: 'failed', count: 1 } },
  play: shows((say) => [say['save.downloadFailed']]),
})

export const PrintFailed = meta.story({
  args: { lastAttempt: { action: 'print', result: 'failed', count: 1 } },
  play: shows((say) => [say['save.printFailed']]),
})

export const ShareFailed = meta.story({
  args: { lastAttempt: { action: 'share', result: 'failed', count: 1 } },
  play: shows((say) => [say['save.shareFailed']]),
})

/** A browser cannot tell whether the file was saved, so the person is asked. */
export const DownloadAsked = meta.story({
  args: { asking: 'download', lastAttempt: { action: 'download', result: 'asked', count: 1 } },
  play: async (context) => {
    const { say, presses, sees } = personIn(context)
    await sees(
      say['save.downloadAsk.title'],
      fillLabel(say, 'save.downloadAsk.text', { file: 'recovery-code.txt' }),
    )
    await presses(say['save.askYes'])
    await expect(context.args.onAsked).toHaveBeenCalledWith(true)
    await expect(context.canvas.getByRole('checkbox')).toHaveFocus()
  },
})

export const PrintAsked = meta.story({
  args: { asking: 'print', lastAttempt: { action: 'print', result: 'asked', count: 1 } },
  play: async (context) => {
    const { say, presses, sees } = personIn(context)
    await sees(say['save.printAsk.title'], fillLabel(say, 'save.printAsk.text', { count: 6 }))
    await presses(say['save.askNo'])
    await expect(context.args.onAsked).toHaveBeenCalledWith(false)
  },
})

/** The host's own function can't tell. */
export const CopyAsked = meta.story({
  args: { asking: 'copy', lastAttempt: { action: 'copy', result: 'asked', count: 1 } },
  play: async (context) => {
    const { say, presses, sees, seesNo } = personIn(context)
    await sees(say['save.ask.title'], say['save.ask.text'])
    seesNo(say['save.copied'])
    await presses(say['save.askYes'])
    await expect(context.args.onAsked).toHaveBeenCalledWith(true)
  },
})

export const ShareAsked = meta.story({
  args: {
    offers: ['copy', 'share'],
    asking: 'share',
    lastAttempt: { action: 'share', result: 'asked', count: 1 },
  },
  play: async (context) => {
    const { button, say, presses, sees } = personIn(context)
    await sees(say['save.ask.title'], say['save.ask.text'])
    await presses(say['save.askNo'])
    await expect(context.args.onAsked).toHaveBeenCalledWith(false)
    await expect(button(say['save.copy'])).toHaveFocus()
  },
})

export const SavedInEveryWay = meta.story({
  args: {
    offers: ['copy', 'download', 'print', 'share'],
    evidence: ['copy', 'download', 'print', 'share'],
  },
  play: shows((say) => [
    say['save.copied'],
    say['save.downloaded'],
    say['save.printed'],
    say['save.shared'],
  ]),
})

export const Confirmed = meta.story({
  args: { ticked: true, ready: true, onConfirm: fn(() => true) },
  play: async (context) => {
    const { button, say, presses } = personIn(context)
    await expect(context.canvas.getByRole('checkbox')).toBeChecked()
    await expect(button(say['gate.continue'])).not.toHaveAttribute('aria-disabled')
    await presses(say['gate.continue'])
    await expect(context.args.onConfirm).toHaveBeenCalledTimes(1)
  },
})

/** Continue came too early: it says why, and moves focus to what is missing. */
export const TooEarly = meta.story({
  args: { blocked: 'too-early' },
  play: async (context) => {
    const { say, presses } = personIn(context)
    await presses(say['gate.continue'])
    const box = context.canvas.getByRole('checkbox')
    await expect(box).toHaveFocus()
    await expect(box).toBeInvalid()
    await expect(box).toHaveAccessibleDescription(say['gate.unconfirmed'])
  },
})

/** The gate is open, but a save is still running. */
export const TooEarlyWhileSaving = meta.story({
  args: { ticked: true, ready: true, blocked: 'saving' },
  play: async (context) => {
    const { say, presses, sees, seesNo } = personIn(context)
    await presses(say['gate.continue'])
    await sees(say['gate.saving'])
    seesNo(say['gate.unconfirmed'])
  },
})

export const ByAction = meta.story({
  args: { confirmBy: 'action' },
  play: async (context) => {
    await expect(context.canvas.queryByRole('checkbox')).toBeNull()
  },
})

export const ByActionTooEarly = meta.story({
  args: { confirmBy: 'action', blocked: 'too-early' },
  play: async (context) => {
    const { button, say, presses, sees } = personIn(context)
    await presses(say['gate.continue'])
    await sees(say['gate.noAction'])
    await expect(button(say['save.copy'])).toHaveFocus()
  },
})

export const ByContinue = meta.story({
  args: { confirmBy: 'continue', ready: true },
  play: async (context) => {
    const { button, say } = personIn(context)
    await expect(button(say['gate.continue'])).not.toHaveAttribute('aria-disabled')
  },
})

export const Retype = meta.story({
  args: { confirmBy: 'retype' },
  play: async (context) => {
    const { field, say, types } = personIn(context)
    await expect(field(say['retype.label'])).toHaveAccessibleDescription(say['retype.hint'])
    await types('W9', say['retype.label'])
    await expect(context.args.onMask).toHaveBeenCalled()
    await expect(context.args.onRetype).toHaveBeenLastCalledWith('W9')
    await expect(context.canvas.getByLabelText(say['retype.file'])).toHaveAttribute('type', 'file')
  },
})

/** A mismatch is shown once the person has left the field. */
async function differs(context: Parameters<typeof personIn>[0], text: string): Promise<void> {
  const { field, say, sees } = personIn(context)
  const copy = field(say['retype.label'])
  await context.userEvent.click(copy)
  await context.userEvent.tab()
  await sees(text)
  await expect(copy).toBeInvalid()
  await expect(copy).toHaveAccessibleDescription(text)
}

export const RetypeDifferent = meta.story({
  args: { confirmBy: 'retype', retype: { verdict: 'different', group: 3 } },
  play: (context) =>
    differs(context, fillLabel(personIn(context).say, 'retype.mismatch', { group: 3 })),
})

export const RetypeTooShort = meta.story({
  args: { confirmBy: 'retype', retype: { verdict: 'too-short', missing: 4 } },
  play: (context) =>
    differs(context, fillLabel(personIn(context).say, 'retype.short', { count: 4 })),
})

export const RetypeOldCode = meta.story({
  args: { confirmBy: 'retype', retype: { verdict: 'old-code' } },
  play: (context) => differs(context, personIn(context).say['retype.oldCode']),
})

export const RetypeUnreadable = meta.story({
  args: { confirmBy: 'retype', retype: { verdict: 'unreadable' } },
  play: (context) => differs(context, personIn(context).say['retype.unreadable']),
})

export const RetypeMatches = meta.story({
  args: { confirmBy: 'retype', retype: { verdict: 'same' }, ready: true },
  play: async (context) => {
    const { field, say, sees } = personIn(context)
    await sees(say['retype.match'])
    await expect(field(say['retype.label'])).toBeValid()
  },
})

/** The saved file, dropped on the field. */
export const RetypeDropped = meta.story({
  args: { confirmBy: 'retype' },
  play: async (context) => {
    const { field, say } = personIn(context)
    const file = new File([`Fernhill\n\n${newRecoveryCode}\n`], 'recovery-code.txt')
    await dropFile(file, field(say['retype.label']))
    await waitFor(() => expect(context.args.onRetype).toHaveBeenLastCalledWith(newRecoveryCode))
  },
})

export const RetypeTooEarly = meta.story({
  args: { confirmBy: 'retype', blocked: 'too-early' },
  play: async (context) => {
    const { field, say, presses, sees } = personIn(context)
    await presses(say['gate.continue'])
    await sees(say['retype.required'])
    await expect(field(say['retype.label'])).toHaveFocus()
  },
})

export const Finishing = meta.story({
  args: { ticked: true, ready: true, finishing: 'running' },
  play: async (context) => {
    const busy = context.canvasElement.querySelector('[aria-busy="true"]')
    await expect(busy).toHaveAttribute('aria-disabled', 'true')
  },
})

/** `onComplete` failed: everything is kept, and it can be tried again. */
export const FinishFailed = meta.story({
  args: { ticked: true, ready: true, finishing: 'failed' },
  play: shows((say) => [say['completeFailed.heading'], say['completeFailed.action']]),
})

export const Unfinished = meta.story({
  args: { occasion: 'unfinished', ticked: true, ready: true },
  play: shows((say) => [say['gate.startAgain']]),
})
