import {
  auth0RecoveryCodeFormat,
  inspectRecoveryCode,
  normalizeRecoveryCode,
} from 'react-recovery-login/protocol'
import { expect, it } from 'vitest'
import type { Complaint } from './complaint.ts'

const code = 'H4TZ8MPW6RKC2VXN9JQB7SGD'
const groups = code.match(/.{4}/g) ?? []
const expectTaken = (...texts: readonly string[]) => {
  for (const text of texts) expect(normalizeRecoveryCode(text)).toBe(code)
}

const complaints: readonly Complaint[] = [
  [
    'a code is shown with gaps, and refused with them',
    `https://github.com/silverstripe/silverstripe-mfa/issues/435
     https://github.com/Automattic/wp-calypso/pull/23042`,
    () => expectTaken(groups.join(' '), groups.join('\u00A0'), groups.join('\u2009')),
  ],
  [
    'a blank before or after it makes a right code wrong',
    `https://github.com/Automattic/wp-calypso/issues/14709
     https://github.com/home-assistant/frontend/pull/28616
     https://github.com/scheb/2fa/issues/182
     https://github.com/devise-two-factor/devise-two-factor/pull/195
     https://github.com/integrations/slack/issues/1372`,
    () => expectTaken(` ${code}`, `${code} `, `\t${code}\n`),
  ],
  [
    'it is shown in capitals with a gap, and taken in small letters without',
    'https://github.com/cds-snc/covid-alert-portal/pull/319',
    () => expectTaken(groups.join(' ').toLowerCase(), code.toLowerCase()),
  ],
  [
    'one has to hold Shift for it',
    'https://github.com/18F/identity-idp/pull/1254',
    () => expectTaken(code.toLowerCase()),
  ],
  [
    'a phone’s keyboard makes the first letter a capital, and the code is refused',
    'https://github.com/betterlytics/betterlytics/pull/1080',
    () => expectTaken(`${code[0]}${code.slice(1).toLowerCase()}`),
  ],
  [
    'the full stop of the sentence around it is copied along',
    'https://github.com/Neos-Metaverse/NeosPublic/issues/2528',
    () => expectTaken(`${code}.`, `Your code is ${code}.`, `“${code}”,`),
  ],
  [
    'dashes that were shown are not taken back',
    'https://github.com/authgear/authgear-server/issues/136',
    () => expectTaken(groups.join('-'), groups.join('–'), groups.join('—'), groups.join('\u2011')),
  ],
  [
    '0 and O, 1, I and l cannot be told apart',
    `https://github.com/streetwriters/notesnook/issues/10011
     https://github.com/nextcloud/server/issues/14811
     https://github.com/modrinth/labrinth/issues/904`,
    () => {
      const misread = `0O${code.slice(2, -1)}I`
      // Pointed out and held back; never corrected, since there is no certain correction.
      expect(inspectRecoveryCode(misread).lookAlikes).toEqual(['0', 'O', 'I'])
      expect(normalizeRecoveryCode(misread)).toBe(misread)
      for (const never of '0IO') expect(auth0RecoveryCodeFormat.alphabet).not.toContain(never)
    },
  ],
  [
    'a code of another kind is typed, and nothing says that it is one',
    `https://github.com/webcompat/web-bugs/issues/67223
     https://github.com/coollabsio/coolify/issues/1922`,
    () => {
      expect(inspectRecoveryCode('482 913').verdict).toBe('one-time-code')
      expect(inspectRecoveryCode(`${code}${code.slice(0, 8)}`).verdict).toBe('too-long')
      expect(inspectRecoveryCode(code.slice(0, 10)).verdict).toBe('too-short')
    },
  ],
  [
    'the end of the code is cut off without a word',
    `https://github.com/Expensify/App/issues/35947
     https://github.com/Expensify/App/pull/23390`,
    () => {
      expectTaken(`   ${groups.join('   ')}   `)
      expect(inspectRecoveryCode(code.slice(0, -1))).toMatchObject({
        characters: 23,
        verdict: 'too-short',
      })
    },
  ],
  [
    'the saved file was given whole, and its line breaks were lost',
    'https://github.com/silverstripe/silverstripe-mfa/pull/188',
    () =>
      expectTaken(`Fernhill recovery code\r\nmira@example.com\r\n\r\n${code}\r\n\r\nWorks once.`),
  ],
]

it.each(complaints)('complaint: %s', (_complaint, _sources, expectMet) => expectMet())
