import type { ReactElement } from 'react'
import { act, cleanup, fireEvent, render } from '@testing-library/react'
import {
  auth0RecoveryCodeFormat as format,
  ChallengeMessage,
  englishLabels,
  NewRecoveryCodeNotice,
  RecoveryCodeError,
  RecoveryCodeForm,
  SaveConfirmation,
  type CaptureEvidence,
  type CaptureOccasion,
  type ChallengeMessageProps,
  type Labels,
  type RecoveryCodeFormProps,
  type SaveConfirmationProps,
} from 'react-recovery-login'
import { afterEach, expect, it, vi } from 'vitest'
import { savedText } from '../../src/capture/saved-text.ts'
import { canaries } from '../canaries.ts'
import * as usual from '../screens.tsx'
import { drop } from './capture-page.tsx'
import { person, settle, type Person } from './harness.tsx'
import { proves } from './runs.ts'

const { newCode, oldCode } = canaries
const keys = Object.keys(englishLabels) as (keyof Labels)[]
const FIRST_SIGN = 0xe000

/**
 * A locale without Latin letters, each text marked with its own sign: a letter on a screen came from elsewhere, and a
 * sign says which text is shown.
 */
const pseudo = Object.fromEntries(
  keys.map((key, at) => {
    const put = (text: string) =>
      String.fromCodePoint(FIRST_SIGN + at) +
      text.replaceAll(/(?<!\{\w*)[A-Za-z]/g, (letter) =>
        String.fromCodePoint(letter.charCodeAt(0) + 0x3f0),
      )
    const label = englishLabels[key]
    // A locale whose dates have no Latin letter.
    if (key === 'locale') return [key, 'ru']
    if (typeof label === 'string') return [key, put(label)]
    return [key, { one: put(label.one), other: put(label.other) }]
  }),
) as Labels

const error = (code: ConstructorParameters<typeof RecoveryCodeError>[0]) =>
  new RecoveryCodeError(code)
const notSent = new RecoveryCodeError('not-sent', { reason: 'foreign-origin' })

const form = (props: Partial<RecoveryCodeFormProps> = {}) => (
  <RecoveryCodeForm {...usual.form} labels={pseudo} concealable {...props} />
)
const submit = (text: string) => (on: Person) => {
  on.type(text)
  on.press('submit')
}

const notice = (occasion: CaptureOccasion, props: object = {}) => (
  <NewRecoveryCodeNotice
    {...usual.notice}
    {...{ newRecoveryCode: newCode, occasion, late: true, issuedAt: 0 }}
    {...{ site: 'Сайт', account: '№ 7', labels: pseudo }}
    {...props}
  />
)

const save = (props: Partial<SaveConfirmationProps> = {}) => (
  <SaveConfirmation
    {...usual.confirmation}
    {...{ issuedAt: 0, labels: pseudo, fileName: pseudo['file.name'] }}
    {...{ offers: ['copy', 'download', 'print', 'share'] }}
    {...props}
  />
)
const last = (action: CaptureEvidence, result: 'done' | 'failed') =>
  save({
    lastAttempt: { action, result, count: 1 },
    ...(result === 'done' && { evidence: [action] }),
  })
const retyped = (retype: SaveConfirmationProps['retype']) =>
  save({ confirmBy: 'retype', ...(retype && { retype }), blocked: 'too-early' })
const leave = (on: Person) => void fireEvent.blur(on.field())

const message = (props: ChallengeMessageProps) => (
  <ChallengeMessage
    {...usual.everyWay}
    {...{ labels: pseudo, onContinue: () => {}, site: 'Сайт' }}
    {...props}
  />
)

type Screen = readonly [name: string, page: ReactElement, act?: (on: Person) => unknown]
const screens: readonly Screen[] = [
  ['the prompt', form({ expiresAt: 0 }), (on) => on.type(oldCode.slice(0, 20))],
  ['the prompt, hidden', form(), (on) => on.press('reveal')],
  ['nothing typed', form(), submit('')],
  ['too short', form(), submit(oldCode.slice(0, 20))],
  ['too long', form(), submit(`${oldCode}777`)],
  ['six digits', form(), submit('123456')],
  // Of the look-alikes, this issuer uses the letters.
  [
    'look-alikes',
    form({ format: { ...format, alphabet: `${format.alphabet}ILO` } }),
    submit(`0${oldCode.slice(1)}`),
  ],
  ['a picture dropped', form(), (on) => drop(on.field(), new File(['\uFFFD'], 'a'))],
  [
    'offline',
    form(),
    (on) => (vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false), submit(oldCode)(on)),
  ],
  ['the prompt, opened again', form({ heldUntil: 0 })],
  ['verifying', form({ verifying: true })],
  ['verifying, slow', form({ verifying: true, slow: true })],
  ['refused', form({ error: error('code-rejected') })],
  ['refused after an unknown', form({ error: error('code-rejected'), afterUnknown: true })],
  ['refused often', form({ error: error('code-rejected'), maybeLocked: true })],
  ['limited', form({ error: error('rate-limited'), retryAt: 90_000, now: () => 0 })],
  [
    'limited, the last minute',
    form({ error: error('rate-limited'), retryAt: 60_000, now: () => 0 }),
  ],
  ['the wait is over', form({ error: error('rate-limited') })],

  ['the notice', notice('replaced')],
  ['the notice, masked', notice('replaced', { masked: true })],
  ['the notice of a cut-off sign-in', notice('unfinished')],
  ['the notice at enrolment', notice('enrolled')],

  ['the gate', save({ blocked: 'too-early' })],
  ['the gate at enrolment', save({ occasion: 'enrolled' })],
  ['the gate by an action', save({ confirmBy: 'action', blocked: 'too-early' })],
  ['a sign-in to begin again', save({ occasion: 'unfinished' })],
  ['a save under way', save({ blocked: 'saving' })],
  ['the host finishes', save({ finishing: 'running' })],
  ['the host failed', save({ finishing: 'failed' })],
  ['copied', last('copy', 'done')],
  ['copied by hand', last('copied-by-hand', 'done')],
  ['downloaded', last('download', 'done')],
  ['printed', last('print', 'done')],
  ['shared', last('share', 'done')],
  ['copy failed', last('copy', 'failed')],
  ['copy failed on a Mac', last('copy', 'failed'), mac],
  ['copy failed on a phone', last('copy', 'failed'), touch],
  ['download failed', last('download', 'failed')],
  ['print failed', last('print', 'failed')],
  ['share failed', last('share', 'failed')],
  ['asked about the file', save({ asking: 'download' })],
  ['asked about the paper', save({ asking: 'print' })],
  ['asked about the copy', save({ asking: 'copy' })],
  ['retype', save({ confirmBy: 'retype' })],
  ['retype, Continue too early', retyped(undefined)],
  ['retype, another group', retyped({ verdict: 'different', group: 3 }), leave],
  ['retype, too short', retyped({ verdict: 'too-short', missing: 3 }), leave],
  ['retype, the old code', retyped({ verdict: 'old-code' }), leave],
  ['retype, unreadable', retyped({ verdict: 'unreadable' }), leave],
  ['retype, the same', retyped({ verdict: 'same' })],

  ['unknown', message({ step: 'unknown', open: true })],
  ['unknown, looking', message({ step: 'unknown', looking: true })],
  ['unknown, not found', message({ step: 'unknown', looking: false, onCheckAgain: () => {} })],
  ['unknown, service down', message({ step: 'unknown', error: error('server-error') })],
  ['completing', message({ step: 'completing' })],
  ['completing failed', message({ step: 'completing', finishing: 'failed' })],
  ['complete', message({ step: 'complete' })],
  ['complete without a new code', message({ step: 'complete', rotated: false })],
  ['expired', message({ step: 'start-again', reason: 'expired' })],
  ['expired after an unknown', message({ step: 'start-again', codeMayBeSpent: true })],
  ['another factor', message({ step: 'start-again', reason: 'another-factor' })],
  ['denied', message({ step: 'start-again', reason: 'denied' })],
  ['not signed in', message({ step: 'start-again', reason: 'not-signed-in' })],
  [
    'not signed in, no code',
    message({ step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: true }),
  ],
  ['no code', message({ step: 'unavailable', why: 'no-code' })],
  ['no Duo', message({ step: 'unavailable', why: 'duo' })],
  ['an older code app', message({ step: 'unavailable', why: 'google-authenticator' })],
  ['switched off', message({ step: 'unavailable', why: 'disabled' })],
  ['switched off, no site', message({ step: 'unavailable', why: 'disabled', site: undefined })],
  ['not set up', message({ step: 'unavailable' })],
  ['not sent', message({ step: 'unavailable', error: notSent })],
  ['interrupted', message({ step: 'interrupted' })],
  ['interrupted, signed in', message({ step: 'interrupted', signedIn: true })],
  ['interrupted, held', message({ step: 'interrupted', heldUntil: 0, onEnterAgain: () => {} })],
]

afterEach(() => vi.unstubAllGlobals())

function mac() {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('MacIntel')
}
function touch() {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
}

it('I12 every string comes from the dictionary, except the code', async (test) => {
  const seen = new Set<keyof Labels>()
  const see = (text: string) => {
    for (const sign of text)
      if (sign.codePointAt(0)! >= FIRST_SIGN) seen.add(keys[sign.codePointAt(0)! - FIRST_SIGN]!)
  }
  for (const [name, page, does] of screens) {
    const before = does === mac || does === touch
    if (before) await does?.(person({ container: document.body }))
    const rendered = render(<div dir="rtl">{page}</div>)
    if (!before) await act(async () => void (await does?.(person(rendered))))
    await settle(1)
    for (const text of textsOf(rendered.container)) {
      expect(text, name).not.toMatch(/[A-Za-z]/)
      see(text)
    }
    for (const part of ['code', 'input'])
      for (const element of rendered.container.querySelectorAll(`[data-rrl-part="${part}"]`))
        expect(element, `${name}: ${part}`).toHaveAttribute('dir', 'ltr')
    cleanup()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
  see(savedText({ account: '1', date: new Date(0), code: newCode }, pseudo))
  expect(keys.filter((key) => key !== 'locale' && !seen.has(key))).toEqual([])
  proves(test, 'N10', `${screens.length} screens, ${seen.size} of ${keys.length - 1} texts`)
})

/** What is shown and announced. Only the code is not a label. */
function* textsOf(page: Element): Generator<string> {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest('[data-rrl-part="code"]'))
      yield walker.currentNode.textContent ?? ''
  for (const element of page.querySelectorAll('*'))
    for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'value'])
      yield element.getAttribute(name) ?? ''
}
