import { expect, it, test } from 'vitest'
import { englishLabels as labels } from '../labels/english-labels.ts'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import { auth0RecoveryCodeFormat as format } from '../protocol/recovery-code-format.ts'
import { RecoveryCodeError } from '../protocol/recovery-code-error.ts'
import { formMessage, type FormMessage, type HeldBack } from './form-message.ts'
import type { RecoveryCodeFormBinding } from './recovery-code-form-binding.ts'

const binding: RecoveryCodeFormBinding = {
  verifying: false,
  slow: false,
  afterUnknown: false,
  maybeLocked: false,
  format,
  onSubmit: () => undefined,
}
const refused = { error: new RecoveryCodeError('code-rejected') }
const limited = { error: new RecoveryCodeError('rate-limited'), retryAt: 1 }
const held = (text: string): HeldBack => inspectRecoveryCode(text)
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

const says = (tone: FormMessage['tone'], title: string, more: Partial<FormMessage> = {}) => ({
  ...{ tone, title },
  ...more,
})
const anyway = { action: 'send-anyway' } as const
const short = 'This code has 3 characters, not 24'
const long = 'This code has 25 characters, not 24'

type Given = Partial<RecoveryCodeFormBinding> & { readonly held?: HeldBack }
test.each<[what: string, given: Given, message: Partial<FormMessage> | undefined]>([
  ['nothing', {}, undefined],
  ['verifying', { verifying: true }, undefined],
  ['verifying for long', { verifying: true, slow: true }, says('info', labels['form.slow.title'])],
  ['verifying after a refusal', { ...refused, verifying: true, held: held('') }, undefined],
  ['refused', refused, says('danger', labels['form.rejected.title'])],
  [
    'refused after a lost answer',
    { ...refused, afterUnknown: true },
    says('caution', labels['form.rejectedAgain.title']),
  ],
  [
    'refused often',
    { ...refused, maybeLocked: true },
    says('caution', labels['form.maybeLocked.title']),
  ],
  [
    'refused often, after a lost answer',
    { ...refused, maybeLocked: true, afterUnknown: true },
    { title: labels['form.rejectedAgain.title'] },
  ],
  ['limited', limited, says('caution', labels['form.limited.title'], { countdown: true })],
  ['no longer limited', { error: limited.error }, says('info', labels['form.limited.ready'])],
  ['held back: nothing', { held: held(' ') }, says('danger', labels['form.empty'])],
  [
    'held back: too short',
    { held: held('ABC') },
    says('caution', short, { text: labels['form.length.text'], ...anyway }),
  ],
  [
    'held back: too long',
    { held: held(`${letters}A`) },
    says('caution', long, { text: labels['form.long.text'], ...anyway }),
  ],
  [
    'held back: look-alikes',
    { held: held(`${letters.slice(1)}O`) },
    says('caution', labels['form.lookAlike.title'], anyway),
  ],
  [
    'held back: offline',
    { held: 'offline' },
    says('caution', labels['form.offline.title'], anyway),
  ],
  [
    'held back: an unreadable file',
    { held: 'unreadable' },
    says('caution', labels['form.unreadable.title']),
  ],
  [
    'held back after a refusal: the field’s current text comes first',
    { ...refused, held: held('ABC') },
    { title: short },
  ],
])('%s', (_what, { held, ...given }, message) => {
  const said = formMessage({ ...binding, ...given }, held, labels)
  if (message === undefined) expect(said).toBeUndefined()
  else expect(said).toMatchObject(message)
})

it('a code from an app leads to the app only if the host gives a way there', () => {
  const say = (given: object) => formMessage({ ...binding, ...given }, held('123456'), labels)
  expect(say({})).toMatchObject({ tone: 'info', title: labels['form.appCode.title'] })
  expect(say({})).not.toHaveProperty('action')
  expect(say({ onTryAnotherMethod: () => undefined })).toMatchObject({ action: 'use-app' })
})

it('N4 names the look-alikes of the issuer, not those that were typed', () => {
  const text = (typed: string) => formMessage(binding, held(typed), labels)?.text
  expect(text(`${letters.slice(1)}O`)).toContain('0, I, or O')
  expect(text(`${letters.slice(1)}O`)).toBe(text(`${letters.slice(1)}0`))
})
