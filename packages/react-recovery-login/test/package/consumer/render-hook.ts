// Renders the hook to HTML, with no provider around it, as a server does.
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { useRecoveryCodeChallenge } from 'react-recovery-login/headless'

function Login() {
  const challenge = useRecoveryCodeChallenge({
    mfaToken: 'the-mfa-token',
    transport: { endpoint: '/login/recovery-code' },
    onComplete: () => {},
  })
  return createElement('main', null, challenge.step)
}

console.log(JSON.stringify(renderToString(createElement(Login))))
