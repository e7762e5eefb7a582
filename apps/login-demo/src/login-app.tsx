import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ChallengeMessage, type TokenSet } from 'react-recovery-login'
import { ElsewherePage } from './elsewhere-page.tsx'
import { EnrolPage } from './enrol-page.tsx'
import { keptSignIn } from './kept-sign-in.ts'
import { newCodeOnScreen } from './new-code-on-screen.ts'
import { Card } from './card.tsx'
import type { Page } from './page.ts'
import { PasswordPage } from './password-page.tsx'
import { RecoveryCodePage } from './recovery-code-page.tsx'
import { SignedInPage } from './signed-in-page.tsx'
import type { SignIn } from './sign-in.ts'

export interface LoginAppProps {
  readonly signIn: SignIn
  readonly authServer: string
}

/** The pages of a sign-in, one at a time. */
export function LoginApp({ signIn, authServer }: LoginAppProps) {
  const [page, setPage] = useState<Page>(
    () =>
      (signIn.held && keptSignIn.read()) ||
      (newCodeOnScreen.read() ? { at: 'interrupted' } : { at: 'home' }),
  )
  // Of this sign-in only: another one starts at its prompt.
  const [interrupted] = useState(() =>
    newCodeOnScreen.read() ? keptSignIn.read()?.mfa.mfaToken : undefined,
  )
  const queryClient = useQueryClient()
  const account = { queryKey: ['account'], queryFn: signIn.account }
  const { data: signedInAs, isPending } = useQuery(account)

  const enter = async (tokens: TokenSet | undefined) => {
    signIn.keep(tokens)
    if ((await queryClient.fetchQuery(account)) === null) throw new Error('There is no session.')
  }
  const go = (next: Page) => {
    if (signIn.held) keptSignIn.write(next.at === 'recovery-code' ? next : undefined)
    setPage(next)
  }
  const leave = async () => {
    await signIn.signOut()
    queryClient.setQueryData(account.queryKey, null)
    go({ at: 'home', note: 'You are signed out.' })
  }

  switch (page.at) {
    case 'home':
      if (isPending) return <Card busy />
      if (signedInAs) return <SignedInPage account={signedInAs} onSignOut={leave} />
      return <PasswordPage signIn={signIn} note={page.note} onPage={go} />
    case 'recovery-code':
      if (isPending) return <Card busy />
      return (
        <RecoveryCodePage
          {...{ page, authServer, onPage: go, onSignedIn: enter }}
          transport={signIn.transport}
          held={signIn.held}
          interrupted={page.mfa.mfaToken === interrupted && (signedInAs ? 'signed-in' : true)}
        />
      )
    case 'enrol':
      return <EnrolPage {...{ page, signIn, onPage: go }} />
    case 'elsewhere':
      return <ElsewherePage page={page} onPage={go} />
    case 'interrupted': {
      if (isPending) return <Card busy />
      const goHome = () => {
        newCodeOnScreen.write(false)
        go({ at: 'home' })
      }
      return (
        <Card>
          <ChallengeMessage
            step="interrupted"
            signedIn={Boolean(signedInAs)}
            onStartAgain={goHome}
            onContinue={signedInAs ? goHome : undefined}
            onSupport={() => go({ at: 'elsewhere', to: 'help', back: page })}
          />
        </Card>
      )
    }
  }
}
