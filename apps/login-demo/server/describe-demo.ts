import type { AuthServer } from 'auth-server'

/** What someone at the terminal needs: where to look and what to type. */
export function describeDemo(url: string, auth: AuthServer): string {
  return `
Login demo
  ${url}/
    through the page's own server, which holds the client secret
  ${url}/?transport=direct
    straight from the browser, as a public client
  ${url}/?transport=direct&client=no-grant
    a client that isn't allowed to use recovery codes

${describeAccounts(auth)}`
}

/** What to type. */
export function describeAccounts({ accounts, password }: AuthServer): string {
  const widest = Math.max(...accounts.map(({ email }) => email.length))
  const rows = accounts.map(
    ({ email, recoveryCode = 'no recovery code', shows }) =>
      `  ${email.padEnd(widest)}  ${recoveryCode.padEnd(24)}  ${shows}`,
  )
  return `Password of every account: ${password}

${rows.join('\n')}

A recovery code works once; a restart brings these back. Ctrl-C ends it.
`
}
