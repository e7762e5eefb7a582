// Renders the hook to HTML without a provider, as a server does. A forbidden option can be passed by name.
import { argv } from 'node:process'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { useRecoveryCodeChallenge } from 'react-recovery-login/headless'

const more = Object.fromEntries(argv.slice(2).map((name) => [name, 'a value']))

function Login() {
  const challenge = useRecoveryCodeChallenge({
    mfaToken: 'the-mfa-token',
    transport: { endpoint: '/login/recovery-code' },
    onComplete: () => {},
    ...more,
  })
  return createElement('main', null, challenge.step)
}

console.log(JSON.stringify(renderToString(createElement(Login))))
