import type { ReactElement } from 'react'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import {
  ChallengeMessage,
  NewRecoveryCodeNotice,
  RecoveryCodeChallenge,
  RecoveryCodeForm,
  SaveConfirmation,
  type ChallengeMessageBinding,
  type ChallengeOptions,
  type NewRecoveryCodeNoticeBinding,
  type RecoveryCodeFormBinding,
  type SaveConfirmationBinding,
} from 'react-recovery-login'
import { confirmation, form, message, notice } from './screens.tsx'

/** Each optional member that can have a value, so a new one has to be listed here. */
type None<Options> = {
  readonly [
    Name in keyof Options as object extends Pick<Options, Name>
      ? Options[Name] extends undefined
        ? never
        : Name
      : never
  ]-?: undefined
}

const look = { classNames: undefined, slots: undefined, footer: undefined, extraActions: undefined }
const ways = { onTryAnotherMethod: undefined, onCodeMissing: undefined, onSupport: undefined }
const noForm: None<RecoveryCodeFormBinding> = {
  ...{ ...ways, turn: undefined, error: undefined, retryAt: undefined, expiresAt: undefined },
  ...{ concealable: undefined, labels: undefined, now: undefined },
}
const noNotice: None<NewRecoveryCodeNoticeBinding> = {
  ...{ copyFailed: undefined, site: undefined, account: undefined, labels: undefined },
}
const noConfirmation: None<SaveConfirmationBinding> = {
  ...{ turn: undefined, asking: undefined, lastAttempt: undefined },
  ...{ retype: undefined, labels: undefined },
}
const noMessage: None<ChallengeMessageBinding> = {
  ...{ error: undefined, reason: undefined, why: undefined, open: undefined },
  ...{ finishing: undefined, rotated: undefined, codeMayBeSpent: undefined, hasNext: undefined },
  ...{ signedIn: undefined, site: undefined, labels: undefined },
  ...{ onTryAgain: undefined, onStartAgain: undefined, onContinue: undefined },
  ...{ onTryAnotherMethod: undefined, onSupport: undefined },
}
const noChallenge: None<ChallengeOptions> = {
  ...{ ...ways, onEvent: undefined, onStartAgain: undefined, onContinue: undefined },
  ...{ expiresAt: undefined, interrupted: undefined, lockHintAfter: undefined, now: undefined },
  ...{ concealable: undefined, confirmBy: undefined, site: undefined, account: undefined },
  ...{ fileName: undefined, fileText: undefined, platform: undefined, format: undefined },
  labels: undefined,
}

function without<Props extends object>(props: Props, names: object): Props {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !(name in names))) as Props
}
const bareForm = without(form, noForm)
const bareNotice = without(notice, noNotice)
const bareConfirmation = without(confirmation, noConfirmation)
const bareMessage = without(message, noMessage)

it.each<[string, (more: object) => ReactElement, object]>([
  ['RecoveryCodeForm', (more) => <RecoveryCodeForm {...bareForm} {...more} />, noForm],
  [
    'NewRecoveryCodeNotice',
    (more) => <NewRecoveryCodeNotice {...bareNotice} {...more} />,
    noNotice,
  ],
  [
    'SaveConfirmation',
    (more) => <SaveConfirmation {...bareConfirmation} {...more} />,
    noConfirmation,
  ],
  ['ChallengeMessage', (more) => <ChallengeMessage {...bareMessage} {...more} />, noMessage],
])('L17 %s treats an undefined prop as absent', (_, draw, names) => {
  const htmlOf = (more: object) => {
    const { container } = render(draw(more))
    const html = container.innerHTML.replaceAll(/_r_\w+_/g, '')
    cleanup()
    return html
  }
  const nothing = htmlOf({})
  expect(nothing).toContain('data-rrl-part')
  expect(htmlOf({ ...names, ...look })).toBe(nothing)
})

afterEach(() => vi.unstubAllGlobals())

it('L17 the whole sign-in works as without the options', async () => {
  const answer = {
    access_token: 'a',
    token_type: 'Bearer',
    recovery_code: 'W9QJ3NBX7VGT5KZR2MCH8DPF',
  }
  vi.stubGlobal('fetch', async () => Response.json(answer))
  const user = userEvent.setup()
  const signIn = async (mfaToken: string, none: object, noTransport: object) => {
    const onComplete = vi.fn<() => void>()
    const transport = { endpoint: '/login/recovery-code', ...noTransport }
    const { container } = render(
      <RecoveryCodeChallenge {...{ mfaToken, transport, onComplete, ...none }} />,
    )
    const seen = [container.innerHTML]
    await user.type(screen.getByLabelText('Recovery code'), 'H4TZ8MPW6RKC2VXN9JQB7SGD')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await screen.findByRole('heading', { name: 'Save your new recovery code' })
    seen.push(container.innerHTML)
    await user.click(screen.getByRole('button', { name: 'Copy code' }))
    await screen.findByText('Copied')
    await user.click(screen.getByRole('checkbox'))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(onComplete).toHaveBeenCalledOnce()
    cleanup()
    return seen.map((html) => html.replaceAll(/_r_\w+_/g, ''))
  }
  const all = { ...noChallenge, ...look, layout: undefined, scheme: undefined }
  const noTransport = {
    credentials: undefined,
    domain: undefined,
    clientId: undefined,
    fetch: undefined,
  }
  const nothing = await signIn('one', {}, {})
  expect(await signIn('two', all, noTransport)).toEqual(nothing)
})
