// Compiled by an app's TypeScript with `exactOptionalPropertyTypes`, not run: settings that may be undefined.
import {
  ChallengeMessage,
  NewRecoveryCodeNotice,
  RecoveryCodeChallenge,
  RecoveryCodeForm,
  SaveConfirmation,
} from 'react-recovery-login'
import {
  useRecoveryCodeAvailability,
  useRecoveryCodeCapture,
  useRecoveryCodeChallenge,
} from 'react-recovery-login/headless'
import { recoveryCodeScenario } from 'react-recovery-login/mocks'
import {
  listAuthenticators,
  RecoveryCodeError,
  verifyRecoveryCode,
  type MfaRequired,
} from 'react-recovery-login/protocol'
import { createRecoveryCodeHandler } from 'react-recovery-login/server'

const text: string | undefined = process.env['SETTING']
const count = text === undefined ? undefined : Number(text)
const flag = text === undefined ? undefined : true
const call = text === undefined ? undefined : () => {}
const now = text === undefined ? undefined : () => 0
const own = text === undefined ? undefined : fetch
const credentials = text === undefined ? undefined : ('include' as const)

const capture = {
  confirmBy: flag && ('retype' as const),
  site: text,
  account: text,
  fileName: text,
  fileText: flag && (() => ''),
  platform: flag && { copy: undefined, offers: flag && (() => true) },
  format: undefined,
  labels: flag && { locale: text, 'form.heading': text, 'form.hint': undefined },
}
const look = {
  classNames: { heading: text, 'save-lead': text },
  slots: { Button: undefined, Input: undefined, Checkbox: undefined, Heading: undefined },
  footer: text,
}
const ways = { onTryAnotherMethod: call, onCodeMissing: call, onSupport: call }
const options = {
  ...{ ...capture, ...ways, now, lockHintAfter: count, expiresAt: count, interrupted: flag },
  ...{ concealable: flag, onEvent: call, onStartAgain: call, onContinue: call },
  mfaToken: 'token',
  transport: { endpoint: '/login/recovery-code', credentials, fetch: own, domain: undefined },
  onComplete: () => {},
}
const direct = { domain: 'tenant.eu.auth0.com', clientId: 'the-client', endpoint: undefined }
const required: MfaRequired = { mfaToken: 'token', challenge: undefined }

export function Login() {
  const challenge = useRecoveryCodeChallenge({ ...options, transport: { ...direct, fetch: own } })
  useRecoveryCodeAvailability({ ...required, domain: direct.domain, fetch: own })
  useRecoveryCodeCapture({
    ...capture,
    newRecoveryCode: 'CODE',
    onConfirm() {},
    onEvent: call,
    now,
  })
  switch (challenge.step) {
    case 'prompt':
    case 'verifying':
      return (
        <RecoveryCodeForm
          {...{ ...challenge.form, ...ways, ...look }}
          error={undefined}
          now={now}
        />
      )
    case 'capture':
      return (
        <>
          <NewRecoveryCodeNotice
            {...challenge.notice}
            {...look}
            site={text}
            copyFailed={undefined}
          />
          <SaveConfirmation {...challenge.confirmation} {...look} lastAttempt={undefined} />
        </>
      )
    default:
      return <ChallengeMessage {...challenge.message} {...look} onSupport={call} site={text} />
  }
}

export const page = (
  <RecoveryCodeChallenge
    {...options}
    {...look}
    layout={undefined}
    scheme={undefined}
    extraActions={undefined}
  />
)

void verifyRecoveryCode({ ...options, recoveryCode: 'code' })
void listAuthenticators({ ...required, domain: direct.domain, fetch: own })
void recoveryCodeScenario('success', { domain: text, endpoint: text, clientId: text, delay: count })
void new RecoveryCodeError('network', { status: count, oauthError: text, retryAfter: count })
void createRecoveryCodeHandler({
  ...{ ...direct, allowedOrigins: undefined, maxInFlight: count, onEvent: call, fetch: own },
  clientSecret: 'secret',
  clientAssertion: undefined,
  resolveMfaToken: flag && (() => text),
  clientAddress: flag && (() => text),
  onTokens: () => {},
})
