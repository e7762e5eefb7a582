import { headers } from 'next/headers'
import { listAuthenticators } from 'react-recovery-login/server'
import { signIn } from '../../../../server/sign-in'

/** The next factor: the handle refers to its mfa token, which stays on the server. */
export default async function AnotherFactor(props: PageProps<'/login/another-factor/[handle]'>) {
  const { handle } = await props.params
  const mfaToken = await signIn.resolveMfaToken(handle, { headers: await headers() })
  if (mfaToken === undefined) return <p>This sign-in is over. Start again.</p>
  const authenticators = await listAuthenticators({
    domain: process.env.AUTH0_DOMAIN ?? '',
    mfaToken,
  })
  return (
    <div className="card">
      <h1>One more step</h1>
      <p>Choose how to go on:</p>
      <ul>
        {authenticators.map(({ id, authenticator_type: type }) => (
          <li key={id}>{type}</li>
        ))}
      </ul>
    </div>
  )
}
