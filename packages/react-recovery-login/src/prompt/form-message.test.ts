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

test.each<
  [
    what: string,
    binding: Partial<RecoveryCodeFormBinding>,
    held: HeldBack | undefined,
    message: Partial<FormMessage> | undefined,
  ]
>([
  ['nothing', {}, undefined, undefined],
  ['verifying', { verifying: true }, undefined, undefined],
  [
    'verifying for a long time',
    { verifying: true, slow: true },
    undefined,
    { tone: 'info', title: labels['form.slow.title'] },
  ],
  ['verifying after a refusal', { ...refused, verifying: true }, held(''), undefined],
  ['refused', refused, undefined, { tone: 'danger', title: labels['form.rejected.title'] }],
  [
    'refused after a lost answer',
    { ...refused, afterUnknown: true },
    undefined,
    { tone: 'caution', title: labels['form.rejectedAgain.title'] },
  ],
  [
    'refused often',
    { ...refused, maybeLocked: true },
    undefined,
    { tone: 'caution', title: labels['form.maybeLocked.title'] },
  ],
  [
    'refused often, after a lost answer',
    { ...refused, maybeLocked: true, afterUnknown: true },
    undefined,
    { title: labels['form.rejectedAgain.title'] },
  ],
  [
    'limited',
    limited,
    undefined,
    { tone: 'caution', title: labels['form.limited.title'], countdown: true },
  ],
  [
    'no longer limited',
    { error: limited.error },
    undefined,
    { tone: 'info', title: labels['form.limited.ready'] },
  ],
  ['held back: nothing', {}, held(' '), { tone: 'danger', title: labels['form.empty'] }],
  [
    'held back: too short',
    {},
    held('ABC'),
    {
      tone: 'caution',
      title: 'This code has 3 characters, not 24',
      text: labels['form.length.text'],
      action: 'send-anyway',
    },
  ],
  [
    'held back: too long',
    {},
    held(`${letters}A`),
    {
      tone: 'caution',
      title: 'This code has 25 characters, not 24',
      text: labels['form.long.text'],
      action: 'send-anyway',
    },
  ],
  [
    'held back: look-alikes',
    {},
    held(`${letters.slice(1)}O`),
    { tone: 'caution', title: labels['form.lookAlike.title'], action: 'send-anyway' },
  ],
  [
    'held back: offline',
    {},
    'offline',
    { tone: 'caution', title: labels['form.offline.title'], action: 'send-anyway' },
  ],
  [
    'held back: an unreadable file',
    {},
    'unreadable',
    { tone: 'caution', title: labels['form.unreadable.title'] },
  ],
  [
    'held back after a refusal: the field’s current text comes first',
    refused,
    held('ABC'),
    { title: 'This code has 3 characters, not 24' },
  ],
])('%s', (_what, given, heldBack, message) => {
  const said = formMessage({ ...binding, ...given }, heldBack, labels)
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
