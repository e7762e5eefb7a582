import { BreakPanel } from './break-panel.tsx'
import type { DemoFacts } from './demo-facts.ts'

export interface DemoAccountsProps {
  readonly facts: DemoFacts
  readonly direct: boolean
}

/** Not part of the login page: what to try, and what to type. */
export function DemoAccounts({ facts, direct }: DemoAccountsProps) {
  const { accounts, password } = facts
  return (
    <aside aria-labelledby="demo-heading">
      <h2 id="demo-heading">Try it</h2>
      <p>
        The password is <code>{password}</code> everywhere. Choose an account to have it filled in.
      </p>
      <ul>
        {accounts.map(({ email, shows, recoveryCode }) => (
          <li key={email}>
            <button type="button" onClick={() => fillIn({ email, password })}>
              {email}
            </button>
            <p>{shows}</p>
            {recoveryCode !== undefined && <code>{recoveryCode}</code>}
          </li>
        ))}
      </ul>
      <p>A code works once. After that it is the new one, which you saved.</p>
      {!direct && <BreakPanel />}
      <p>
        This page sends codes {direct ? 'straight to the OAuth server' : 'through its own server'}.{' '}
        <a href={direct ? '/' : '/?transport=direct'}>
          {direct ? 'Through its own server' : 'Straight to the OAuth server'}
        </a>
        , or <a href="/?transport=direct&client=no-grant">as a client without the grant</a>.
      </p>
    </aside>
  )
}

/** The fields are uncontrolled. */
function fillIn(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (field !== null) field.value = value
  }
}
