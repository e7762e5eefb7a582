import { createRequire } from 'node:module'
import { measure } from './measure.ts'

interface Mfa {
  /** What the SDK calls by itself when a sign-in ends with `mfa_required`. */
  setMFAAuthDetails(mfaToken: string, scope: string): void
  verify(params: { mfaToken: string; recoveryCode: string }): Promise<object>
}
interface Sdk {
  readonly Auth0Client: new (options: object) => { readonly mfa: Mfa }
}

// Installed for this run only, outside the workspace.
const installed = createRequire(`${process.env['AUTH0_SPA_JS']}/package.json`)
const { Auth0Client } = installed('@auth0/auth0-spa-js') as Sdk

for (const cacheLocation of ['memory', 'localstorage'])
  measure({
    name: `auth0-spa-js, ${cacheLocation} cache`,
    page: false,
    open({ origin, clientId, mfaToken, recoveryCode }) {
      const client = new Auth0Client({ domain: origin, clientId, cacheLocation })
      client.mfa.setMFAAuthDetails(mfaToken, 'openid')
      const answers: object[] = []
      let running = 0
      const verify = async () => {
        running += 1
        try {
          answers.push(await client.mfa.verify({ mfaToken, recoveryCode }))
        } catch {
          // A page would show its message.
        } finally {
          running -= 1
        }
      }
      return {
        submit: () => void verify(),
        leave: () => undefined,
        comeBack: () => undefined,
        text: () => JSON.stringify(answers),
        busy: () => running > 0,
        finish: () => undefined,
      }
    },
  })
