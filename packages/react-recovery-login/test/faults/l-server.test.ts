import { createElement, Fragment, type ReactElement } from 'react'
import {
  ChallengeMessage,
  NewRecoveryCodeNotice,
  RecoveryCodeChallenge,
  RecoveryCodeError,
  RecoveryCodeForm,
  SaveConfirmation,
  useRecoveryCodeAvailability,
  useRecoveryCodeCapture,
  type ChallengeMessageBinding,
  type RecoveryCodeChallengeProps,
  type RecoveryCodeFormBinding,
} from 'react-recovery-login'
import { renderToString } from 'react-dom/server'
import { expect, it, test, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { form as usual } from '../screens.tsx'
import { proves } from './runs.ts'

const { mfaToken, newCode } = canaries
const fetch = vi.fn<typeof globalThis.fetch>()
const nothing = () => undefined

const drop = (props: Partial<RecoveryCodeChallengeProps> = {}) =>
  createElement(RecoveryCodeChallenge, {
    mfaToken,
    transport: { endpoint: '/login/recovery-code', fetch },
    onComplete: nothing,
    ...props,
  })
const form = (binding: Partial<RecoveryCodeFormBinding>) =>
  createElement(RecoveryCodeForm, { ...usual, now: Date.now, ...binding })
const message = (binding: ChallengeMessageBinding) => createElement(ChallengeMessage, binding)

function Enrolment() {
  const { notice, confirmation } = useRecoveryCodeCapture({
    newRecoveryCode: newCode,
    onConfirm: nothing,
  })
  return createElement(
    Fragment,
    null,
    createElement(NewRecoveryCodeNotice, notice),
    createElement(SaveConfirmation, confirmation),
  )
}

function Availability() {
  const { status } = useRecoveryCodeAvailability({ domain: 'tenant.example', mfaToken, fetch })
  return createElement('p', null, status)
}

const screens: readonly [what: string, screen: ReactElement, heading: string][] = [
  ['the drop-in', drop(), 'Enter your recovery code'],
  [
    'the drop-in, to a public client',
    drop({ transport: { domain: 'tenant.example', clientId: 'spa', fetch } }),
    'Enter your recovery code',
  ],
  [
    'the drop-in after an interruption',
    drop({ interrupted: true }),
    'The page closed before you saved the code',
  ],
  ['verifying', form({ verifying: true, slow: true }), 'Enter your recovery code'],
  [
    'refused',
    form({ error: new RecoveryCodeError('code-rejected') }),
    'That code was not accepted',
  ],
  [
    'limited',
    form({ error: new RecoveryCodeError('rate-limited'), retryAt: Date.now() + 60_000 }),
    'Too many tries for now',
  ],
  ['unknown', message({ step: 'unknown', open: true }), 'We did not get an answer'],
  ['completing', message({ step: 'completing' }), 'Signing you in'],
  ['complete', message({ step: 'complete', rotated: false }), 'You are signed in'],
  [
    'start again',
    message({ step: 'start-again', reason: 'expired' }),
    'This sign-in took too long',
  ],
  [
    'unavailable',
    message({ step: 'unavailable', why: 'duo' }),
    'Recovery codes don’t work for this account',
  ],
  ['the availability', createElement(Availability), 'checking'],
]

test.for(screens)('L1 on a server: %s', ([, screen, text], test) => {
  expect(globalThis).not.toHaveProperty('window')
  const html = renderToString(screen)
  expect(html).toContain(text)
  expect(findCanaries(html)).toEqual([])
  expect(fetch).not.toHaveBeenCalled()
  proves(test, 'N4', '0 canaries in the HTML')
})

it('L1 on a server: the first code of an enrolment, only in its one element', (test) => {
  const html = renderToString(createElement(Enrolment))
  expect(html.replaceAll(/<[^>]*>/g, '')).toContain(newCode)
  expect(findCanaries(html.replace(/<p [^>]*data-rrl-part="code".*?<\/p>/, ''))).toEqual([])
  proves(test, 'N4', '1 element')
})

it('L1 a server renders for several people: nothing of one reaches the next', (test) => {
  const first = renderToString(drop())
  expect(renderToString(drop({ mfaToken: `${mfaToken}*next` }))).toBe(first)
  proves(test, 'N4', '2 renders, equal to the letter')
})
