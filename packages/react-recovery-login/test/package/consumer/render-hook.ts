// Renders the hook to HTML, with no provider around it, as a server does. What its options may not have can be named.
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
