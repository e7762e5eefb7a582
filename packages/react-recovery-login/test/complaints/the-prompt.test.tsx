import { act, fireEvent } from '@testing-library/react'
import { englishLabels, type Labels } from 'react-recovery-login'
import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { open, settle, signIn, submitCode } from '../faults/harness.tsx'
import { success } from '../faults/wire.ts'
import type { Complaint } from './complaint.ts'

const { oldCode, newCode } = canaries
const refusal = { error: 'invalid_grant', error_description: 'MFA Authorization rejected.' }
const ways = { onTryAnotherMethod: () => {}, onCodeMissing: () => {}, onSupport: () => {} }

/** A prompt, and its server's answer to each attempt. */
function openPrompt(props: Parameters<typeof signIn>[0] = {}) {
  const attempt = signIn({ ...ways, ...props })
  const on = open(attempt.page())
  return {
    ...attempt,
    ...on,
    async attempt(body: unknown, init?: ResponseInit) {
      await submitCode(on)
      attempt.wire.answer(body, init)
      await settle()
    },
  }
}
const no = { status: 403 }

const texts = Object.values(englishLabels as Labels).filter((label) => typeof label === 'string')

const complaints: readonly Complaint[] = [
  [
    'a mask moves the caret and breaks typing on Android',
    'https://github.com/GSA-TTS/identity-site/issues/241',
    () => {
      const on = openPrompt()
      for (const text of ['h4tz', 'h4tz 8', 'h4tz 8m', 'x h4tz 8m']) {
        on.type(text)
        expect(on.field().value).toBe(text)
      }
    },
  ],
  [
    'a maximum length cuts a code that was pasted with a blank',
    'https://github.com/Expensify/App/issues/35947',
    () => expect(openPrompt().field()).not.toHaveAttribute('maxlength'),
  ],
  [
    'a keypad for digits comes up, and the code has letters',
    'https://github.com/mozilla/fxa/issues/17959',
    () => expect(openPrompt().field()).toHaveAttribute('inputmode', 'text'),
  ],
  [
    'the keyboard corrects a code as if it were a word',
    'https://github.com/betterlytics/betterlytics/pull/1080',
    () => {
      const field = openPrompt().field()
      expect(field).toHaveAttribute('autocapitalize', 'characters')
      expect(field).toHaveAttribute('autocorrect', 'off')
      expect(field).toHaveAttribute('spellcheck', 'false')
    },
  ],
  [
    'the trimmed text is checked, and the raw one sent',
    'https://github.com/ayunis-core/ayunis-core/pull/942',
    async () => {
      const { wire, ...on } = openPrompt()
      await submitCode(on, ` 1: ${oldCode.toLowerCase()}. `)
      expect(wire.posts[0]?.get('recovery_code')).toBe(oldCode)
    },
  ],
  [
    'the button does nothing, and nothing says why',
    `https://github.com/calcom/cal.diy/pull/10600
     https://github.com/glpi-project/glpi/issues/18154`,
    async () => {
      const on = openPrompt()
      on.press('submit')
      await settle(1)
      expect(on.get('alert')).toHaveTextContent('Enter your recovery code first.')
    },
  ],
  [
    'the error speaks of a verification code',
    `https://github.com/Automattic/wp-calypso/issues/72591
     https://github.com/Automattic/wp-calypso/pull/114139`,
    () => expect(texts.filter((text) => /verification code/i.test(text))).toEqual([]),
  ],
  [
    'a used code and a mistyped one get the same bare “invalid”',
    `https://github.com/mozilla/fxa/issues/644
     https://github.com/streetwriters/notesnook/issues/9633
     https://github.com/streetwriters/notesnook/pull/9680`,
    async () => {
      const on = openPrompt()
      await on.attempt(refusal, no)
      // The server says no more, so the message names each cause and what to do.
      expect(on.get('alert')).toHaveTextContent(/mistyped, used before, or replaced by a newer one/)
      expect(on.get('alert')).toHaveTextContent('Compare it with the code you saved last.')
    },
  ],
  [
    'a try fails without a word',
    `https://github.com/bitwarden/clients/issues/14125
     https://github.com/element-hq/element-web/issues/30994
     https://github.com/element-hq/element-web/issues/32510`,
    async () => {
      const on = openPrompt()
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const before = on.find('alert')
        await on.attempt(refusal, no)
        expect(on.get('alert'), 'announced again').not.toBe(before)
        expect(on.get('alert')).toHaveAttribute('role', 'alert')
      }
    },
  ],
  [
    '“not correct” comes while one still types',
    'https://github.com/element-hq/element-web/issues/30145',
    () => {
      const on = openPrompt()
      for (let length = 1; length <= oldCode.length; length += 1) {
        on.type(oldCode.slice(0, length))
        expect(on.field()).toBeValid()
        expect(on.find('alert')).toBeNull()
      }
    },
  ],
  [
    'nobody says how long one is shut out',
    `https://github.com/mozilla/fxa/issues/135
     https://github.com/juspay/hyperswitch-control-center/issues/1595
     https://github.com/openreview/openreview-web/pull/2639`,
    async () => {
      vi.useFakeTimers()
      const on = openPrompt()
      await on.attempt({}, { status: 429, headers: { 'retry-after': '342' } })
      expect(on.get('countdown')).toHaveTextContent('5:42')
      await act(() => vi.advanceTimersByTimeAsync(343_000))
      expect(on.get('alert')).toHaveTextContent('You can try again now.')
      expect(on.get('submit')).not.toHaveAttribute('aria-disabled')
    },
  ],
  [
    'a locked account looks like a wrong code, even with the right one',
    'https://github.com/auth0/auth0-guardian.js/issues/90',
    async () => {
      const on = openPrompt({ lockHintAfter: 3 })
      for (let attempt = 0; attempt < 3; attempt += 1) await on.attempt(refusal, no)
      expect(on.get('alert')).toHaveTextContent('an account can be locked for a while')
      expect(on.get('alert')).not.toHaveTextContent('mistyped')
    },
  ],
  [
    'faults of the server count as wrong tries',
    'https://github.com/authorizerdev/authorizer/pull/670',
    async () => {
      vi.useFakeTimers()
      const on = openPrompt({ lockHintAfter: 3 })
      const title = () => on.get('alert-title').textContent
      await on.attempt(refusal, no)
      await on.attempt({}, { status: 429, headers: { 'retry-after': '1' } })
      await act(() => vi.advanceTimersByTimeAsync(2000))
      await on.attempt(refusal, no)
      expect(title(), 'two wrong tries of three').toBe('That code was not accepted')
      await on.attempt(refusal, no)
      expect(title()).toBe('Still not accepted')
    },
  ],
  [
    'success is shown, and the server had said no',
    'https://github.com/dani-garcia/vaultwarden/issues/7096',
    async () => {
      const { completions, ...on } = openPrompt()
      await on.attempt(
        { ...success, error: 'mfa_required', access_token: undefined },
        { status: 400 },
      )
      expect(on.heading()).not.toBe('You are signed in')
      expect(on.find('code')).toBeNull()
      expect(completions).toEqual([])
    },
  ],
  [
    'there is no way on for who has lost everything',
    `https://github.com/OneUptime/oneuptime/issues/3382
     https://github.com/frankbria/auto-author/issues/217
     https://github.com/bitwarden/clients/issues/23047
     https://github.com/logto-io/logto/issues/8515`,
    () =>
      expect(openPrompt().get('ways-out')).toHaveTextContent(
        'Try another wayI don’t have my codeGet help',
      ),
  ],
  [
    'the recovery code is asked for while the usual way still works',
    'https://github.com/keycloak/keycloak/issues/44115',
    () =>
      expect(openPrompt().container).toHaveTextContent(
        'Can you still use your usual way? Then use it now, and keep this code for another time.',
      ),
  ],
  [
    'it is asked of people who have none, and the error does not say so',
    'https://github.com/keycloak/keycloak/issues/13093',
    async () => {
      const on = openPrompt()
      await on.attempt(refusal, no)
      expect(on.get('alert')).toHaveTextContent('or this account may have none')
    },
  ],
  [
    'nobody says that the code is used up by it',
    'https://github.com/bitwarden/help/issues/791',
    () =>
      expect(openPrompt().get('advice')).toHaveTextContent(
        'A code works once. When you continue, this one is used up and you get a new one to save.',
      ),
  ],
  [
    'an old error still stands beside an empty field after Back',
    'https://github.com/mozilla/fxa/issues/7027',
    async () => {
      const on = openPrompt()
      await on.attempt(refusal, no)
      on.rerender(<p>Elsewhere</p>)
      on.rerender(on.page())
      expect(on.find('alert')).toBeNull()
    },
  ],
  [
    'a password manager splits the code, fills the field, or wants to save it as the password',
    `https://github.com/coollabsio/coolify/issues/1922
     https://github.com/bitwarden/android/issues/3275
     https://github.com/bitwarden/clients/issues/1301`,
    () => {
      const field = openPrompt().field()
      expect(field).toHaveAttribute('type', 'text')
      expect(field).toHaveAttribute('autocomplete', 'off')
      for (const marker of ['data-1p-ignore', 'data-lpignore', 'data-bwignore'])
        expect(field).toHaveAttribute(marker)
      expect(field).not.toHaveAttribute('name')
    },
  ],
  [
    'a second submit spends the code or ends the sign-in',
    `https://github.com/keycloak/keycloak/issues/36012
     https://github.com/wso2/product-is/issues/26625
     https://github.com/thedevdojo/auth/pull/156`,
    async () => {
      const { wire, ...on } = openPrompt()
      on.type(oldCode)
      fireEvent.submit(on.get('form'))
      fireEvent.submit(on.get('form'))
      await settle(1)
      expect(wire.posts).toHaveLength(1)
    },
  ],
  [
    'giving a code and getting a new one look alike',
    `https://github.com/element-hq/element-web/issues/33718
     https://github.com/element-hq/element-web/issues/34721`,
    async () => {
      const on = openPrompt()
      expect(on.heading()).toBe('Enter your recovery code')
      await on.attempt(success)
      expect(on.heading()).toBe('Save your new recovery code')
      expect(on.code()).toBe(newCode)
    },
  ],
  [
    'the text speaks of a lost phone, and it was no phone',
    'https://github.com/clerk/javascript/pull/9802',
    () => expect(openPrompt().container).not.toHaveTextContent(/phone|device|app\b|authenticator/i),
  ],
]

it.each(complaints)('complaint: %s', (_complaint, _sources, expectMet) => expectMet())
