import { describe, expect, it, test } from 'vitest'
import { canaries } from '#test/canaries.ts'
import { createCapture } from '../capture/create-capture.ts'
import { Secret } from '../capture/secret.ts'
import type { Verification } from '../protocol/read-verification.ts'
import { RecoveryCodeError, type RecoveryCodeErrorCode } from '../protocol/recovery-code-error.ts'
import { isAtStake, isUnsaved, PROMPT, type FlowState } from './flow-state.ts'
import { nextState, type FlowEvent } from './next-state.ts'

const { oldCode, newCode } = canaries
const AT = Date.UTC(2026, 8, 12)
const error = (code: RecoveryCodeErrorCode, retryAfter?: number) =>
  new RecoveryCodeError(code, { retryAfter })
const tries = { refusals: 2, afterUnknown: false }
const doubted = { refusals: 2, afterUnknown: true }
const store = createCapture(new Secret(newCode), new Secret(oldCode), AT)
const capture = { step: 'capture', capture: store, signedIn: true, late: false } as const

const states = {
  first: PROMPT,
  refused: { step: 'prompt', error: error('code-rejected'), ...tries },
  reopened: { step: 'prompt', reopened: true, refusals: 0, afterUnknown: false },
  limited: { step: 'prompt', error: error('rate-limited'), retryAt: AT + 1, ...tries },
  verifying: { step: 'verifying', slow: false, ...tries },
  'verifying slowly': { step: 'verifying', slow: true, ...tries },
  'verifying once more': { step: 'verifying', slow: false, ...doubted },
  silent: { step: 'unknown', open: true, error: error('no-answer'), ...tries },
  lost: { step: 'unknown', open: false, error: error('network'), ...tries },
  'lost, looking': {
    step: 'unknown',
    open: false,
    looking: true,
    error: error('network'),
    ...tries,
  },
  capture: { ...capture, finishing: 'no' },
  'capture, finishing': { ...capture, finishing: 'running' },
  'capture, failed': { ...capture, finishing: 'failed' },
  'capture, not signed in': { ...capture, signedIn: false, finishing: 'no' },
  completing: { step: 'completing', rotated: false, finishing: 'no' },
  'completing, finishing': { step: 'completing', rotated: false, finishing: 'running' },
  'completing, failed': { step: 'completing', rotated: false, finishing: 'failed' },
  'completing, saved': { step: 'completing', rotated: true, finishing: 'no' },
  'completing, saved, finishing': { step: 'completing', rotated: true, finishing: 'running' },
  complete: { step: 'complete', rotated: true },
  'start again': { step: 'start-again', reason: 'expired', codeMayBeSpent: false },
  'start again, saved': {
    step: 'start-again',
    reason: 'not-signed-in',
    codeMayBeSpent: false,
  },
  unavailable: { step: 'unavailable', error: error('not-enabled') },
} as const satisfies Record<string, FlowState>

const answers = {
  'a new code': { outcome: 'verified', newRecoveryCode: newCode },
  'no new code': { outcome: 'verified' },
  'a new code, cut off': {
    outcome: 'unfinished',
    newRecoveryCode: newCode,
    error: error('invalid-response'),
  },
  'no session': { outcome: 'unfinished', error: error('invalid-response') },
  'a refusal': { outcome: 'refused', error: error('code-rejected') },
  'a limit': { outcome: 'refused', error: error('rate-limited') },
  'a limit of 90 s': { outcome: 'refused', error: error('rate-limited', 90_000) },
  expiry: { outcome: 'refused', error: error('sign-in-expired') },
  'another factor': {
    outcome: 'refused',
    error: error('another-factor'),
    next: { mfaToken: 'next' },
  },
  'another factor, no token': { outcome: 'refused', error: error('another-factor') },
  denial: { outcome: 'refused', error: error('access-denied') },
  'not enabled': { outcome: 'refused', error: error('not-enabled') },
  nothing: { outcome: 'unknown', error: error('network') },
} as const satisfies Record<string, Verification>

type AnswerName = keyof typeof answers
const plain = [
  'sent',
  'slow',
  'silent',
  'reopened',
  'wait-over',
  'signed-in',
  'finishing',
  'finished',
  'finish-failed',
] as const
const events = new Map<string, FlowEvent>([
  ['looking', { type: 'looking', looking: true }],
  ['not found', { type: 'looking', looking: false }],
  ...plain.map((type) => [type, { type }] as const),
  ...Object.entries(answers).map(
    ([name, answer]) =>
      [
        name,
        {
          type: 'answered',
          answer,
          capture: 'newRecoveryCode' in answer ? store : undefined,
          receivedAt: AT,
        },
      ] as const,
  ),
])

/** The state after each answer to an open request. */
const answered = (counts: { refusals: number; afterUnknown: boolean }, late: boolean) => {
  const { refusals, afterUnknown } = counts
  const codeMayBeSpent = afterUnknown
  return {
    'a new code': { ...capture, late, finishing: 'no' },
    'no new code': states.completing,
    'a new code, cut off': { ...capture, late, signedIn: false, finishing: 'no' },
    'no session': { step: 'start-again', reason: 'not-signed-in', codeMayBeSpent: true },
    'a refusal': {
      step: 'prompt',
      error: answers['a refusal'].error,
      refusals: refusals + 1,
      afterUnknown,
    },
    'a limit': {
      step: 'prompt',
      error: answers['a limit'].error,
      retryAt: AT + 360_000,
      ...counts,
    },
    'a limit of 90 s': {
      step: 'prompt',
      error: answers['a limit of 90 s'].error,
      retryAt: AT + 90_000,
      ...counts,
    },
    expiry: { step: 'start-again', reason: 'expired', codeMayBeSpent },
    'another factor': {
      step: 'start-again',
      reason: 'another-factor',
      next: { mfaToken: 'next' },
      codeMayBeSpent,
    },
    'another factor, no token': { step: 'start-again', reason: 'another-factor', codeMayBeSpent },
    denial: { step: 'start-again', reason: 'denied', codeMayBeSpent: true },
    'not enabled': { step: 'unavailable', error: answers['not enabled'].error },
    nothing: { step: 'unknown', open: false, error: answers.nothing.error, ...counts },
  } satisfies Record<AnswerName, FlowState>
}

/** Every transition. Anything else changes nothing. */
const moves: Record<keyof typeof states, Record<string, FlowState>> = {
  first: {
    sent: { ...states.verifying, refusals: 0 },
    reopened: states.reopened,
  },
  refused: { sent: states.verifying, reopened: { ...states.refused, reopened: true } },
  reopened: {
    sent: { ...states.verifying, refusals: 0 },
    reopened: states.reopened,
  },
  limited: {
    reopened: { ...states.limited, reopened: true },
    'wait-over': { step: 'prompt', error: states.limited.error, ...tries },
  },
  verifying: {
    slow: states['verifying slowly'],
    silent: states.silent,
    ...answered(tries, false),
  },
  'verifying slowly': {
    slow: states['verifying slowly'],
    silent: states.silent,
    ...answered(tries, false),
  },
  'verifying once more': {
    slow: { ...states['verifying once more'], slow: true },
    silent: { ...states.silent, afterUnknown: true },
    ...answered(doubted, false),
  },
  silent: {
    ...answered(tries, true),
    looking: { ...states.silent, looking: true },
    'not found': { ...states.silent, looking: false },
  },
  lost: {
    sent: states['verifying once more'],
    ...answered(tries, true),
    looking: states['lost, looking'],
    'not found': { ...states.lost, looking: false },
  },
  'lost, looking': {
    sent: states['verifying once more'],
    ...answered(tries, true),
    'not found': { ...states.lost, looking: false },
  },
  capture: { finishing: states['capture, finishing'] },
  'capture, finishing': {
    finished: { step: 'complete', rotated: true },
    'finish-failed': states['capture, failed'],
  },
  'capture, failed': { finishing: states['capture, finishing'] },
  'capture, not signed in': {
    finishing: states['start again, saved'],
    'signed-in': states.capture,
  },
  completing: { finishing: states['completing, finishing'] },
  'completing, finishing': {
    finished: { step: 'complete', rotated: false },
    'finish-failed': states['completing, failed'],
  },
  'completing, failed': { finishing: states['completing, finishing'] },
  'completing, saved': { finishing: states['completing, saved, finishing'] },
  'completing, saved, finishing': {
    finished: { step: 'complete', rotated: true },
    'finish-failed': { step: 'completing', rotated: true, finishing: 'failed' },
  },
  complete: {},
  'start again': {},
  'start again, saved': { 'signed-in': states['completing, saved'] },
  unavailable: {},
}

describe.each(Object.entries(states))('%s', (name, state) => {
  const known: Record<string, FlowState> = moves[name as keyof typeof states]
  test.each([...events])('%s', (event, happened) => {
    const next = nextState(state, happened)
    const expected = known[event]
    if (expected === undefined) expect(next).toBe(state)
    else expect(next).toEqual(expected)
    if (next.step === 'capture') expect(next.capture, 'the same store').toBe(store)
  })
})

test.each<RecoveryCodeErrorCode>([
  'network',
  'server-error',
  'invalid-response',
  'no-answer',
  'misused',
])('a refusal that isn’t one allows no second attempt: %s', (code) => {
  const answer: Verification = { outcome: 'refused', error: error(code) }
  expect(
    nextState(states.verifying, { type: 'answered', answer, capture: undefined, receivedAt: AT }),
  ).toEqual({
    step: 'unavailable',
    error: answer.error,
  })
})

test('N1 a request is sent only from two places: a prompt that does not wait, and a lost answer', () => {
  const sending = Object.entries(states).filter(
    ([, state]) => nextState(state, { type: 'sent' }) !== state,
  )
  expect(sending.map(([name]) => name)).toEqual([
    'first',
    'refused',
    'reopened',
    'lost',
    'lost, looking',
  ])
})

it.each([
  [
    'has something to lose if the page unloads',
    isUnsaved,
    [
      'verifying',
      'verifying slowly',
      'verifying once more',
      'silent',
      'lost, looking',
      'capture',
      'capture, failed',
      'capture, not signed in',
    ],
  ],
  [
    'has something that a remount has to find',
    isAtStake,
    [
      'limited',
      'verifying',
      'verifying slowly',
      'verifying once more',
      'silent',
      'lost',
      'lost, looking',
      'capture',
      'capture, finishing',
      'capture, failed',
      'capture, not signed in',
      'completing',
      'completing, finishing',
      'completing, failed',
      'completing, saved',
      'completing, saved, finishing',
    ],
  ],
] as const)('%s', (_what, has, names) => {
  const having = Object.entries(states).filter(([, state]) => has(state))
  expect(having.map(([name]) => name)).toEqual(names)
})

it('a prompt after a lost answer is found again', () => {
  expect(isAtStake({ step: 'prompt', ...doubted })).toBe(true)
})
