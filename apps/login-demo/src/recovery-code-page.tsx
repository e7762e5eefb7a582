import {
  ChallengeMessage,
  RecoveryCodeChallenge,
  useRecoveryCodeAvailability,
  type ChallengeEvent,
  type RecoveryCodeTransport,
  type StartAgainReason,
  type TokenSet,
} from 'react-recovery-login'
import { Card } from './card.tsx'
import { newCodeOnScreen } from './new-code-on-screen.ts'
import type { ElsewherePlace, Page, RecoveryCodePlace } from './page.ts'

export interface RecoveryCodePageProps {
  readonly page: RecoveryCodePlace
  readonly authServer: string
  readonly transport: RecoveryCodeTransport
  readonly held: boolean
  /** A new code was on screen when this page was left; a session may have been made. */
  readonly interrupted: boolean | 'signed-in'
  readonly onPage: (page: Page) => void
  readonly onSignedIn: (tokens: TokenSet | undefined) => Promise<void>
}

export function RecoveryCodePage(props: RecoveryCodePageProps) {
  const { page, authServer, transport, held, interrupted, onPage, onSignedIn } = props
  const { account, mfa, expiresAt } = page
  const { status, otherMethods } = useRecoveryCodeAvailability({ domain: authServer, ...mfa })
  const go = (to: ElsewherePlace['to']) => () => onPage({ at: 'elsewhere', to, back: page })
  const onTryAnotherMethod = go('another-way')
  const onSupport = go('help')
  const home = () => onPage({ at: 'home' })

  if (status === 'checking') return <Card busy />
  if (status === 'not-available')
    return (
      <Card>
        <ChallengeMessage
          step="unavailable"
          why={otherMethods.includes('duo') ? 'duo' : 'no-code'}
          {...{ onTryAnotherMethod, onSupport }}
        />
      </Card>
    )
  return (
    <RecoveryCodeChallenge
      mfaToken={mfa.mfaToken}
      transport={transport}
      site="Harbour"
      account={account}
      held={held}
      expiresAt={expiresAt}
      interrupted={interrupted}
      onComplete={async ({ tokens, rotated }) => {
        await onSignedIn(tokens)
        if (rotated) home()
      }}
      // Reached if no new code came: the person has read that first.
      onContinue={() => {
        newCodeOnScreen.write(false)
        home()
      }}
      onEvent={rememberNewCode}
      onStartAgain={(reason: StartAgainReason) => {
        newCodeOnScreen.write(false)
        onPage(
          reason === 'another-factor'
            ? { at: 'elsewhere', to: 'next-step', back: { at: 'home' } }
            : { at: 'home' },
        )
      }}
      {...{ onTryAnotherMethod, onSupport }}
      onCodeMissing={go('no-code')}
    />
  )
}

function rememberNewCode(event: ChallengeEvent): void {
  if (event.type === 'answered' && event.rotated) newCodeOnScreen.write(true)
  if (event.type === 'confirmed') newCodeOnScreen.write(false)
}
