import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canaries } from '../../test/canaries.ts'
import { englishLabels } from '../labels/english-labels.ts'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import { normalizeRecoveryCode } from '../protocol/normalize-recovery-code.ts'
import { savedText } from './saved-text.ts'

const { newCode } = canaries
const date = new Date(2026, 8, 12)

it('says what it is, whose, of when, the code on a line of its own, and that it works once', () => {
  const text = savedText(
    { site: 'Example', account: 'ada@example.com', date, code: newCode },
    englishLabels,
  )
  expect(text).toBe(
    [
      'Example recovery code',
      'ada@example.com',
      'New on September 12, 2026',
      '',
      newCode,
      '',
      'Works once. Replaces every earlier code. Keep it where only you can find it.',
      '',
    ].join('\n'),
  )
})

it.each([{}, { account: '' }])('leaves no empty line for %o', (context) => {
  const [title, when] = savedText({ ...context, date, code: newCode }, englishLabels).split('\n')
  expect([title, when]).toEqual(['Recovery code', 'New on September 12, 2026'])
})

it('the prompt finds the code in the whole text, whatever the site and the account are called', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.emailAddress(),
    fc.constantFrom('auth0|64f1c2a9b3d4e5f60718293a', 'A recovery code of the Example', '1: 2. 3)'),
  )
  fc.assert(
    fc.property(name, name, (site, account) => {
      // An account that is a code by itself leaves two, and the prompt guesses at none.
      fc.pre(inspectRecoveryCode(account).verdict !== 'complete')
      const text = savedText({ site, account, date, code: newCode }, englishLabels)
      expect(normalizeRecoveryCode(text)).toBe(newCode)
    }),
    { numRuns: 1000 },
  )
})
