import { createRoot } from 'react-dom/client'
import 'react-recovery-login/styles.css'
import './login.css'
import { AnotherFactorPage } from './another-factor-page'
import { HomePage } from './home-page'
import { PasswordPage } from './password-page'
import { RecoveryCodePage } from './recovery-code-page'

const { account } = await (await fetch('/me')).json()
const [, login, page, handle = ''] = location.pathname.split('/')

createRoot(document.querySelector('#root')!).render(
  page === 'recovery-code' ? (
    <RecoveryCodePage handle={handle} account={account} />
  ) : page === 'another-factor' ? (
    <AnotherFactorPage handle={handle} />
  ) : login === 'login' ? (
    <PasswordPage />
  ) : (
    <HomePage account={account} />
  ),
)
