import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ChallengeMessage, type TokenSet } from 'react-recovery-login'
import { ElsewherePage } from './elsewhere-page.tsx'
import { EnrolPage } from './enrol-page.tsx'
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
  const [page, setPage] = useState<Page>(() =>
    newCodeOnScreen.read() ? { at: 'interrupted' } : { at: 'home' },
  )
  const queryClient = useQueryClient()
  const account = { queryKey: ['account'], queryFn: signIn.account }
  const { data: signedInAs, isPending } = useQuery(account)

  const enter = async (tokens: TokenSet | undefined) => {
    signIn.keep(tokens)
    if ((await queryClient.fetchQuery(account)) === null) throw new Error('There is no session.')
  }
  const leave = async () => {
    await signIn.signOut()
    queryClient.setQueryData(account.queryKey, null)
    setPage({ at: 'home', note: 'You are signed out.' })
  }

  switch (page.at) {
    case 'home':
      if (isPending) return <Card busy />
      if (signedInAs) return <SignedInPage account={signedInAs} onSignOut={leave} />
      return <PasswordPage signIn={signIn} note={page.note} onPage={setPage} />
    case 'recovery-code':
      return (
        <RecoveryCodePage
          {...{ page, authServer, onPage: setPage, onSignedIn: enter }}
          transport={signIn.transport}
        />
      )
    case 'enrol':
      return <EnrolPage {...{ page, signIn, onPage: setPage }} />
    case 'elsewhere':
      return <ElsewherePage page={page} onPage={setPage} />
    case 'interrupted': {
      if (isPending) return <Card busy />
      const goHome = () => {
        newCodeOnScreen.write(false)
        setPage({ at: 'home' })
      }
      return (
        <Card>
          <ChallengeMessage
            step="interrupted"
            signedIn={Boolean(signedInAs)}
            onStartAgain={goHome}
            onContinue={signedInAs ? goHome : undefined}
            onSupport={() => setPage({ at: 'elsewhere', to: 'help', back: page })}
          />
        </Card>
      )
    }
  }
}
