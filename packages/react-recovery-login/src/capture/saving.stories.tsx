import type { StoryContext } from '@storybook/react-vite'
import { fillLabel, RecoveryCodeChallenge } from 'react-recovery-login'
import { expect, fireEvent, fn, spyOn, waitFor } from 'storybook/test'
import { calledOnce } from '../../../../.storybook/called-once.ts'
import { dropFile } from '../../../../.storybook/drop-file.ts'
import { hurrying } from '../../../../.storybook/hurry.ts'
import { personIn, type Person } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import {
  account,
  newRecoveryCode,
  platform,
  recoveryCode,
  signInArgs,
  site,
} from '../../../../.storybook/samples.ts'

const meta = preview.meta({
  title: 'Screens/Save the new code',
  component: RecoveryCodeChallenge,
  parameters: { login: { scenario: 'success' } },
  args: {
    ...signInArgs,
    onComplete: fn(),
  },
})

/** A play function that starts on the screen with the new code. */
function withNewCode(act: (person: Person, context: StoryContext) => void | Promise<void>) {
  return async (context: StoryContext): Promise<void> => {
    const person = personIn(context)
    await person.submits()
    await person.arrivesAt(person.say['notice.heading'])
    await act(person, context)
  }
}

const codeOf = ({ canvas }: StoryContext) => canvas.getByRole('group')

export const NewCode = meta.story({
  play: withNewCode(async ({ say, button, sees }, context) => {
    await sees(say['notice.lead'], say['notice.once'], say['save.lead'])
    await expect(codeOf(context)).toHaveTextContent(newRecoveryCode)
    await expect(button(say['gate.continue'])).toHaveAttribute('aria-disabled', 'true')
  }),
})

export const ShareOffered = meta.story({
  args: { platform: { ...platform, offers: () => true } },
  play: withNewCode(async ({ say, presses, sees }) => {
    await presses(say['save.share'])
    await sees(say['save.shared'])
  }),
})

const copy = fn(platform.copy)

/** Said only once the platform confirmed it, and again at each press. */
export const Copied = meta.story({
  args: { platform: { ...platform, copy } },
  play: withNewCode(async ({ say, presses, sees }) => {
    await presses(say['save.copy'])
    await sees(say['save.copied'], say['save.copiedStatus'])
    await presses(say['save.copied'])
    await expect(copy).toHaveBeenCalledTimes(2)
    await expect(copy).toHaveBeenLastCalledWith(newRecoveryCode)
  }),
})

/** Neither the clipboard nor `execCommand` works: the code is selected, and the message says which keys to press. */
export const CopyFailed = meta.story({
  args: { platform: { ...platform, copy: async () => 'failed' } },
  play: withNewCode(async ({ say, button, presses, sees }) => {
    await presses(say['save.copy'])
    await sees(say['save.copyFailed.title'])
    await expect(button(say['save.copy'])).toHaveFocus()
    await expect(getSelection()?.toString().replaceAll(/\s/g, '')).toBe(newRecoveryCode)
  }),
})

/** A page without a secure context has no clipboard, and this browser refuses `execCommand` too. */
export const ClipboardAbsent = meta.story({
  args: { platform: { offers: platform.offers } },
  beforeEach() {
    spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never)
    spyOn(document, 'execCommand').mockReturnValue(false)
  },
  play: withNewCode(async ({ say, presses, sees }) => {
    await presses(say['save.copy'])
    await sees(say['save.copyFailed.title'])
  }),
})

/** The clipboard exists but refuses, as in an iframe without permission, and so does `execCommand`. */
export const ClipboardRefused = meta.story({
  args: { platform: { offers: platform.offers } },
  beforeEach() {
    const no = new DOMException('Write permission denied.', 'NotAllowedError')
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(no)
    spyOn(document, 'execCommand').mockReturnValue(false)
  },
  play: withNewCode(async ({ say, button, presses, sees, seesNo }) => {
    await presses(say['save.copy'])
    await sees(say['save.copyFailed.title'])
    await expect(navigator.clipboard.writeText).toHaveBeenCalledWith(newRecoveryCode)
    seesNo(say['save.copiedStatus'])
    await expect(button(say['save.copy'])).toHaveFocus()
    await expect(getSelection()?.toString().replaceAll(/\s/g, '')).toBe(newRecoveryCode)
  }),
})

/** It waits for an unseen permission prompt. After five seconds, sped up here, it counts as refused. */
export const ClipboardHanging = meta.story({
  args: { platform: { offers: platform.offers } },
  beforeEach() {
    spyOn(navigator.clipboard, 'writeText').mockReturnValue(new Promise(() => undefined))
    spyOn(document, 'execCommand').mockReturnValue(false)
  },
  play: withNewCode(({ say, presses, sees, seesNo }) =>
    hurrying(5000, async () => {
      await presses(say['save.copy'])
      seesNo(say['save.copied'])
      await sees(say['save.copyFailed.title'])
      seesNo(say['save.copied'])
    }),
  ),
})

/** The host's own function can't tell whether the code is on the clipboard. */
export const CopyAsked = meta.story({
  args: { platform: { ...platform, copy: async () => 'asked' } },
  play: withNewCode(async ({ say, presses, sees, seesNo }) => {
    await presses(say['save.copy'])
    await sees(say['save.ask.title'], say['save.ask.text'])
    seesNo(say['save.copied'])
    await presses(say['save.askYes'])
    await sees(say['save.copied'], say['save.copiedStatus'])
  }),
})

/** A share sheet that was closed but never settles: after ten seconds, sped up here, the person is asked. */
export const ShareAsked = meta.story({
  args: {
    platform: { ...platform, offers: () => true, share: () => new Promise(() => undefined) },
  },
  play: withNewCode(({ say, button, presses, sees, seesNo }) =>
    hurrying(10_000, async () => {
      await presses(say['save.share'])
      await sees(say['save.ask.title'], say['save.ask.text'])
      await presses(say['save.askNo'])
      await sees(say['save.shareFailed'])
      seesNo(say['save.shared'])
      await expect(button(say['save.copy'])).toHaveFocus()
    }),
  ),
})

export const ShareFailed = meta.story({
  args: { platform: { ...platform, offers: () => true, share: async () => 'failed' } },
  play: withNewCode(async ({ say, presses, sees, seesNo }) => {
    await presses(say['save.share'])
    await sees(say['save.shareFailed'])
    seesNo(say['save.shared'])
  }),
})

export const CopiedByHand = meta.story({
  play: withNewCode(async ({ say, sees }, context) => {
    getSelection()?.selectAllChildren(codeOf(context))
    await fireEvent.copy(codeOf(context))
    await sees(say['save.selected'])
  }),
})

export const DownloadAsked = meta.story({
  play: withNewCode(async ({ say, presses, sees }) => {
    await presses(say['save.download'])
    await sees(
      say['save.downloadAsk.title'],
      fillLabel(say, 'save.downloadAsk.text', { file: say['file.name'] }),
    )
    await sees(say['save.askYes'])
  }),
})

export const Downloaded = meta.story({
  play: withNewCode(async ({ say, presses, sees }, { canvas }) => {
    await presses(say['save.download'])
    await sees(say['save.downloadAsk.title'])
    await presses(say['save.askYes'])
    await sees(say['save.downloaded'])
    await expect(canvas.getByRole('checkbox')).toHaveFocus()
  }),
})

const download = fn(platform.download)

/** A name with the site and the date, never the account. */
export const FileName = meta.story({
  args: {
    platform: { ...platform, download },
    fileName: ({ site, date }) => `${site}-${date.toISOString().slice(0, 10)}.txt`,
  },
  play: withNewCode(async ({ say, presses, sees }) => {
    await presses(say['save.download'])
    const name = 'Fernhill-2026-11-24.txt'
    await sees(fillLabel(say, 'save.downloadAsk.text', { file: name }))
    await calledOnce(download, { name, text: expect.stringContaining(newRecoveryCode) })
  }),
})

/** A custom text in the file. The code is on its own line, so that the file can be read back. */
export const FileText = meta.story({
  args: {
    platform: { ...platform, download },
    fileText: ({ code, account }) => `For ${account}, kept by the front desk\n\n${code}\n`,
  },
  play: withNewCode(async ({ say, presses, sees }) => {
    await presses(say['save.download'])
    await sees(say['save.downloadAsk.title'])
    const text = `For ${account}, kept by the front desk\n\n${newRecoveryCode}\n`
    await calledOnce(download, { name: say['file.name'], text })
  }),
})

/** A blocked download, in an iframe say, isn't reported: after a no, the person gets a way that works. */
export const DownloadBlocked = meta.story({
  args: { platform: { offers: platform.offers } },
  beforeEach() {
    spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue(undefined)
  },
  play: withNewCode(async ({ say, button, presses, sees, seesNo }, context) => {
    await presses(say['save.download'])
    await sees(say['save.downloadAsk.title'])
    await expect(HTMLAnchorElement.prototype.click).toHaveBeenCalledTimes(1)
    seesNo(say['save.downloaded'])
    await presses(say['save.askNo'])
    await sees(say['save.downloadFailed'])
    await expect(button(say['save.copy'])).toHaveFocus()
    await expect(codeOf(context)).toHaveTextContent(newRecoveryCode)
  }),
})

export const DownloadFailed = meta.story({
  args: { platform: { ...platform, download: async () => 'failed' } },
  play: withNewCode(async ({ say, presses, sees, seesNo }) => {
    await presses(say['save.download'])
    await sees(say['save.downloadFailed'])
    seesNo(say['save.downloadAsk.title'])
  }),
})

export const PrintAsked = meta.story({
  play: withNewCode(async ({ say, presses, sees }) => {
    await presses(say['save.print'])
    await sees(say['save.printAsk.title'], fillLabel(say, 'save.printAsk.text', { count: 6 }))
  }),
})

/** A page that may not open dialogs: its `print` silently does nothing. */
export const PrintBlocked = meta.story({
  args: { platform: { offers: platform.offers } },
  beforeEach() {
    spyOn(window, 'print').mockReturnValue(undefined)
  },
  play: withNewCode(async ({ say, presses, sees, seesNo }) => {
    await presses(say['save.print'])
    await sees(say['save.printAsk.title'])
    await expect(window.print).toHaveBeenCalledTimes(1)
    await presses(say['save.askNo'])
    await sees(say['save.printFailed'])
    seesNo(say['save.printed'])
  }),
})

export const Confirmed = meta.story({
  play: withNewCode(async ({ say, button, presses, sees, ticks }) => {
    await presses(say['save.copy'])
    await sees(say['save.copied'])
    await ticks()
    await expect(button(say['gate.continue'])).not.toHaveAttribute('aria-disabled')
  }),
})

export const TooEarly = meta.story({
  play: withNewCode(async ({ say, presses, sees }, { args, canvas }) => {
    await presses(say['gate.continue'])
    await sees(say['gate.unconfirmed'])
    await expect(canvas.getByRole('checkbox')).toHaveFocus()
    await expect(args['onComplete']).not.toHaveBeenCalled()
  }),
})

/** A save dialog is still open: the next screen must not replace the page under it. */
export const TooEarlyWhileSaving = meta.story({
  args: { platform: { ...platform, download: () => new Promise(() => undefined) } },
  play: withNewCode(async ({ say, presses, sees, ticks }, { args }) => {
    await ticks()
    await presses(say['save.download'])
    await presses(say['gate.continue'])
    await sees(say['gate.saving'])
    await expect(args['onComplete']).not.toHaveBeenCalled()
  }),
})

/** A page restored from the back/forward cache may be seen by someone else. */
export const Hidden = meta.story({
  play: withNewCode(async ({ say, presses, sees, seesNo }, context) => {
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await sees(say['notice.hidden'])
    seesNo(newRecoveryCode.slice(0, 4))
    await presses(say['notice.show'])
    await waitFor(() => expect(codeOf(context)).toHaveFocus())
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    await sees(say['notice.hidden'])
  }),
})

export const Finishing = meta.story({
  args: { onComplete: fn(() => new Promise<void>(() => undefined)) },
  play: withNewCode(async ({ say, button, presses, sees, ticks }) => {
    await ticks()
    await presses(say['gate.continue'])
    await sees(say['gate.finishing'])
    await expect(button(say['gate.finishing'])).toHaveAttribute('aria-busy', 'true')
  }),
})

/** The last step failed: the code stays on the screen, and the step can be tried again. */
export const FinishFailed = meta.story({
  beforeEach({ args }) {
    spyOn(globalThis, 'reportError').mockReturnValue(undefined)
    args.onComplete.mockRejectedValueOnce(new Error('The session was not stored.'))
  },
  play: withNewCode(async ({ say, presses, sees, ticks }, context) => {
    await ticks()
    await presses(say['gate.continue'])
    await sees(say['completeFailed.heading'], say['completeFailed.action'])
    await expect(codeOf(context)).toHaveTextContent(newRecoveryCode)
  }),
})

const byRetype = { confirmBy: 'retype' } as const

export const Retype = meta.story({
  args: byRetype,
  play: withNewCode(async ({ say, field }) => {
    await expect(field(say['retype.label'])).toHaveAccessibleDescription(say['retype.hint'])
  }),
})

/** While the copy is retyped, dots replace the code. */
export const RetypeDifferent = meta.story({
  args: byRetype,
  play: withNewCode(async ({ say, pastes, sees, seesNo }, { userEvent }) => {
    await pastes('W9QJ 3NBX 7VGA 5KZR 2MCH 8DPF', say['retype.label'])
    seesNo('W9QJ')
    await userEvent.tab()
    await sees(fillLabel(say, 'retype.mismatch', { group: 3 }), say['notice.show'])
  }),
})

export const RetypeOldCode = meta.story({
  args: byRetype,
  play: withNewCode(async ({ say, pastes, sees }, { userEvent }) => {
    await pastes(recoveryCode, say['retype.label'])
    await userEvent.tab()
    await sees(say['retype.oldCode'])
  }),
})

const savedFile = new File([`${site}\n\n${newRecoveryCode}\n`], 'recovery-code.txt', {
  type: 'text/plain',
})

export const RetypeDropped = meta.story({
  args: byRetype,
  play: withNewCode(async ({ say, button, field, sees }) => {
    await dropFile(savedFile, field(say['retype.label']))
    await sees(say['retype.match'])
    await expect(button(say['gate.continue'])).not.toHaveAttribute('aria-disabled')
  }),
})

/** A picture of the code, say. */
export const RetypeUnreadable = meta.story({
  args: byRetype,
  play: withNewCode(async ({ say, button, field, sees }) => {
    const picture = new File([new Uint8Array([0x89, 0x50, 0xff, 0xfe])], 'recovery-code.png')
    await dropFile(picture, field(say['retype.label']))
    await sees(say['retype.unreadable'])
    await expect(button(say['gate.continue'])).toHaveAttribute('aria-disabled', 'true')
  }),
})

/** The saved file itself is proof. */
export const RetypeMatches = meta.story({
  args: byRetype,
  play: withNewCode(async ({ say, button, sees }, { canvas, userEvent }) => {
    await userEvent.upload(canvas.getByLabelText(say['retype.file']), savedFile)
    await sees(say['retype.match'])
    await expect(button(say['gate.continue'])).not.toHaveAttribute('aria-disabled')
  }),
})
