import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { captured, nothingCaptured, type CaptureFact, type CaptureState } from './capture-state.ts'

const after = (...facts: readonly CaptureFact[]) => facts.reduce(captured, nothingCaptured)
const attempted = (
  action: 'copy' | 'download' | 'print' | 'share' | 'copied-by-hand',
  result: 'done' | 'asked' | 'failed',
): CaptureFact => ({ type: 'attempted', action, result })
const byHand = attempted('copied-by-hand', 'done')
const masked: CaptureFact = { type: 'masked', masked: true }
const ticked = (ticked: boolean): CaptureFact => ({ type: 'ticked', ticked })
const retyped = (retype: CaptureState['retype']): CaptureFact => ({ type: 'retyped', retype })
const same = { verdict: 'same' } as const
const tooEarly: CaptureFact = { type: 'blocked', because: 'too-early' }

test.each<[what: string, facts: CaptureFact[], state: Partial<CaptureState>]>([
  [
    'a finished copy is evidence',
    [attempted('copy', 'done')],
    { evidence: ['copy'], lastAttempt: { action: 'copy', result: 'done', count: 1 } },
  ],
  [
    'a second copy adds no evidence, and is announced again',
    [attempted('copy', 'done'), attempted('copy', 'done')],
    { evidence: ['copy'], attempts: 2, lastAttempt: { action: 'copy', result: 'done', count: 2 } },
  ],
  [
    'a file is asked about, and is not evidence yet',
    [attempted('download', 'asked')],
    { evidence: [], asking: 'download' },
  ],
  [
    'the person says that the file is there',
    [attempted('download', 'asked'), attempted('download', 'done')],
    { evidence: ['download'], asking: undefined },
  ],
  [
    'the person says that the printout is not there',
    [attempted('print', 'asked'), attempted('print', 'failed')],
    { evidence: [], asking: undefined },
  ],
  [
    'another save drops the question',
    [attempted('download', 'asked'), attempted('copy', 'done')],
    { evidence: ['copy'], asking: undefined },
  ],
  [
    'a failed copy shows the code, to be copied by hand',
    [masked, attempted('copy', 'failed')],
    { masked: false, evidence: [] },
  ],
  ['any other failure leaves it hidden', [masked, attempted('share', 'failed')], { masked: true }],
  [
    'copying by hand is evidence, and replaces the failure',
    [attempted('copy', 'failed'), byHand],
    {
      evidence: ['copied-by-hand'],
      lastAttempt: { action: 'copied-by-hand', result: 'done', count: 2 },
    },
  ],
  [
    'copying by hand answers no question about a file',
    [attempted('download', 'asked'), byHand],
    { evidence: ['copied-by-hand'], asking: 'download' },
  ],
  [
    'a later failure removes no evidence',
    [attempted('copy', 'done'), attempted('share', 'failed')],
    { evidence: ['copy'] },
  ],
  ['the box is ticked', [ticked(true)], { ticked: true }],
  ['and unticked', [ticked(true), ticked(false)], { ticked: false }],
  ['the same code was retyped', [retyped(same)], { retype: same }],
  [
    'then changed',
    [retyped(same), retyped({ verdict: 'too-short', missing: 1 })],
    { retype: { verdict: 'too-short', missing: 1 } },
  ],
  ['then emptied', [retyped(same), retyped(undefined)], { retype: undefined }],
  ['Continue came too early', [tooEarly], { blocked: 'too-early' }],
  ['Continue came during a save', [{ type: 'blocked', because: 'saving' }], { blocked: 'saving' }],
  [
    'hiding the code does not clear that',
    [tooEarly, masked],
    { blocked: 'too-early', masked: true },
  ],
])('%s', (_what, facts, state) => {
  expect(after(...facts)).toMatchObject(state)
})

test.each<[what: string, facts: CaptureFact[], state: Partial<CaptureState>]>([
  [
    'what was done is kept',
    [attempted('copy', 'done'), attempted('download', 'asked'), ticked(true), retyped(same)],
    { evidence: ['copy'], asking: 'download', ticked: true, retype: same },
  ],
  ['a mismatch goes with its field', [retyped({ verdict: 'old-code' })], { retype: undefined }],
  ['the code is visible', [masked], { masked: false }],
  ['a complaint is cleared', [tooEarly], { blocked: 'no' }],
  [
    'a failure is not repeated, but still counts',
    [attempted('share', 'failed')],
    { lastAttempt: undefined, attempts: 1 },
  ],
])('for the next screen, %s', (_what, facts, state) => {
  expect(after(...facts, { type: 'left' })).toMatchObject(state)
})

describe('any action by the person clears the complaint', () => {
  test.each<CaptureFact>([attempted('copy', 'failed'), ticked(false), retyped(undefined), byHand])(
    '$type $action',
    (fact) => {
      expect(after(tooEarly, fact).blocked).toBe('no')
    },
  )
})

it('N8 only a finished action, or the person, is evidence of a save', () => {
  const fact = fc.oneof(
    fc.record<Extract<CaptureFact, { type: 'attempted' }>>({
      type: fc.constant('attempted'),
      action: fc.constantFrom('copy', 'download', 'print', 'share'),
      result: fc.constantFrom('done', 'asked', 'failed'),
    }),
    fc.constantFrom<CaptureFact>(masked, tooEarly, ticked(true), retyped(undefined)),
  )
  fc.assert(
    fc.property(fc.array(fact), (facts) => {
      const done = facts.flatMap((one) =>
        one.type === 'attempted' && one.result === 'done' ? [one.action] : [],
      )
      const { evidence, attempts } = after(...facts)
      expect(evidence).toEqual([...new Set(done)])
      expect(attempts).toBe(facts.filter(({ type }) => type === 'attempted').length)
    }),
    { numRuns: 1000 },
  )
})
