import { Auth0Provider, useAuth0 } from '@auth0/auth0-react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { readMfaRequired, RecoveryCodeChallenge, type MfaRequired } from 'react-recovery-login'

const query = new URLSearchParams(location.search)
const domain = query.get('domain') ?? ''
const clientId = 'spa'

/** A login page with auth0-react: the SDK starts the sign-in, the kit finishes it. */
function Login() {
  const auth0 = useAuth0()
  const [asked, setAsked] = useState<MfaRequired>()
  const [end, setEnd] = useState<string>()

  async function signIn() {
    try {
      await auth0.loginWithCustomTokenExchange({
        subject_token: 'usual@example.com',
        subject_token_type: 'urn:example:legacy',
      })
    } catch (error) {
      setAsked(readMfaRequired(error))
    }
  }

  /** The only way to an SDK session: the SDK sends the code itself, and may lose the new one. */
  async function verifyBySdk(mfaToken: string) {
    try {
      const recoveryCode = query.get('code') ?? ''
      const answer = await auth0.mfa.verify({ mfaToken, recoveryCode })
      await auth0.getAccessTokenSilently()
      // Its type lacks the new code.
      setEnd('recovery_code' in answer ? 'The SDK hands the new code on.' : 'There is none.')
    } catch (error) {
      setEnd(String(error))
    }
  }

  return (
    <>
      <p>The SDK knows {auth0.isAuthenticated ? auth0.user?.sub : 'nobody'}.</p>
      <p>{end}</p>
      {asked === undefined ? (
        <button type="button" onClick={() => void signIn()}>
          Sign in
        </button>
      ) : (
        <>
          <button type="button" onClick={() => void verifyBySdk(asked.mfaToken)}>
            By the SDK
          </button>
          <RecoveryCodeChallenge
            mfaToken={asked.mfaToken}
            transport={{ domain, clientId }}
            onComplete={({ tokens }) => setEnd(`The page has tokens for: ${tokens?.scope}.`)}
          />
        </>
      )}
    </>
  )
}

createRoot(document.querySelector('main') as HTMLElement).render(
  <Auth0Provider domain={domain} clientId={clientId}>
    <Login />
  </Auth0Provider>,
)
