// Compiled by an app's TypeScript, not run: every mistake in the options is a compile error.
import { RecoveryCodeChallenge } from 'react-recovery-login'
import {
  englishLabels,
  fillLabel,
  useRecoveryCodeChallenge,
  type Challenge,
  type ChallengeOptions,
  type CheckedLabels,
  type PartialLabels,
} from 'react-recovery-login/headless'
import {
  listAuthenticators,
  verifyRecoveryCode,
  type RecoveryCodeErrorCode,
  type RecoveryCodeTransport,
} from 'react-recovery-login/protocol'
import { createRecoveryCodeHandler } from 'react-recovery-login/server'
import 'react-recovery-login/styles.css'
import 'react-recovery-login/styles.unlayered.css'
import 'react-recovery-login/themes/high-contrast.css'

/** Generic, so an unknown member would pass: what is refused, is refused by name. */
declare function transport<Given extends RecoveryCodeTransport>(given: Given): void

const handler = { endpoint: '/login/recovery-code' }
const direct = { domain: 'tenant.eu.auth0.com', clientId: 'the-client' }

transport(handler)
transport({ endpoint: new URL('https://app.example/login/recovery-code') })
transport({ endpoint: 'https://api.example/recovery-code', credentials: 'include' })
transport(direct)
transport({ ...direct, fetch })

// @ts-expect-error: neither of the two
transport({})
// @ts-expect-error: half of one
transport({ domain: direct.domain })
// @ts-expect-error: half of the other
transport({ clientId: direct.clientId })
// @ts-expect-error: both
transport({ ...handler, ...direct })
// @ts-expect-error: one and a half
transport({ ...handler, clientId: direct.clientId })

// @ts-expect-error: not a way to keep a cookie
transport({ ...handler, credentials: 'omit' })
// @ts-expect-error: the token endpoint gets no cookie
transport({ ...direct, credentials: 'include' })

// @ts-expect-error: a secret in a browser
transport({ ...direct, clientSecret: 'secret' })
// @ts-expect-error: a secret in a browser
transport({ ...direct, client_secret: 'secret' })
// @ts-expect-error: a secret in a browser
transport({ ...direct, secret: 'secret' })
// @ts-expect-error: a secret in a browser
transport({ ...direct, clientAssertion: 'secret' })
// @ts-expect-error: a secret in a browser
transport({ ...direct, client_assertion: 'secret' })
// @ts-expect-error: a secret in a browser
transport({ ...handler, password: 'secret' })

// @ts-expect-error: no mfa token
void verifyRecoveryCode({ transport: handler, recoveryCode: 'code' })
// @ts-expect-error: no recovery code
void verifyRecoveryCode({ transport: handler, mfaToken: 'token' })

const options: ChallengeOptions = { mfaToken: 'token', transport: handler, onComplete: () => {} }
void useRecoveryCodeChallenge(options)
// @ts-expect-error: the sign-in has no onComplete
void useRecoveryCodeChallenge({ mfaToken: 'token', transport: handler })
// @ts-expect-error: one of four ways
void useRecoveryCodeChallenge({ ...options, confirmBy: 'never' })

const spread = { clientSecret: 'secret' }
// @ts-expect-error: a secret in a browser
void useRecoveryCodeChallenge({ ...options, ...spread })
// @ts-expect-error: a secret in a browser
void (<RecoveryCodeChallenge {...options} {...spread} />)
// @ts-expect-error: a secret in a browser
void verifyRecoveryCode({ ...options, recoveryCode: 'code', ...spread })
// @ts-expect-error: a secret in a browser
void listAuthenticators({ ...direct, mfaToken: 'token', ...spread })
// @ts-expect-error: a secret in a browser, by its other name
void useRecoveryCodeChallenge({ ...options, client_assertion: 'assertion' })

void createRecoveryCodeHandler({ ...direct, clientSecret: 'secret', onTokens: () => {} })
// @ts-expect-error: a handler that makes no session
void createRecoveryCodeHandler({ ...direct, clientSecret: 'secret' })

/** The step decides which members exist. */
export function bindings(challenge: Challenge): readonly unknown[] {
  // @ts-expect-error: not in every step
  void challenge.form
  switch (challenge.step) {
    case 'prompt':
    case 'verifying':
      return [
        challenge.form.onSubmit,
        challenge.form.error?.code satisfies RecoveryCodeErrorCode | undefined,
      ]
    case 'capture':
      return [challenge.notice.newRecoveryCode, challenge.confirmation.onConfirm]
    default:
      // @ts-expect-error: no code in the other steps
      void challenge.notice
      return [challenge.message.step]
  }
}

fillLabel(englishLabels, 'form.counter', { count: 20, length: 24 })
// @ts-expect-error: a place without a value
fillLabel(englishLabels, 'form.counter', { count: 20 })
// @ts-expect-error: a place that the label does not have
fillLabel(englishLabels, 'form.counter', { count: 20, length: 24, time: '14:05' })
// @ts-expect-error: a label without places
fillLabel(englishLabels, 'form.submit', {})

const whole = {
  'form.counter': '{count} sur {length}',
  'retype.short': { one: 'Il manque un caractère.', other: 'Il manque {count} caractères.' },
} as const
export const french: PartialLabels = whole satisfies CheckedLabels<typeof whole>
declare const json: { 'form.counter': string; 'retype.short': { one: string; other: string } }
export const fromJson: PartialLabels = json satisfies CheckedLabels<typeof json>

const misspelt = { 'form.deadline': 'Ouvert jusqu’à {tiem}.' } as const
// @ts-expect-error: a place of another name
void (misspelt satisfies CheckedLabels<typeof misspelt>)
const missing = { 'form.counter': '{count}' } as const
// @ts-expect-error: without one of its places
void (missing satisfies CheckedLabels<typeof missing>)
const uncounted = { 'retype.short': { other: 'Il manque des caractères.' } } as const
// @ts-expect-error: without the number, which a form for one alone may leave out
void (uncounted satisfies CheckedLabels<typeof uncounted>)
const extra = { 'form.submit': 'Continuer {now}' } as const
// @ts-expect-error: a place in a label that has none
void (extra satisfies CheckedLabels<typeof extra>)
const unknown = { 'form.sumbit': 'Continuer' } as const
// @ts-expect-error: a key that is not a label
void (unknown satisfies CheckedLabels<typeof unknown>)
// @ts-expect-error: plural forms of what does not count
export const plural: PartialLabels = { 'form.submit': { other: 'Continuer' } }
// @ts-expect-error: plural forms without `other`
export const half: PartialLabels = { 'retype.short': { one: 'Il manque un caractère.' } }
