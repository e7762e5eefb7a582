// An app's test.
import { recoveryCodeScenario } from 'react-recovery-login/mocks'

const endpoint: string | undefined = globalThis.location?.href
export const { handlers, requests } = recoveryCodeScenario('success', { endpoint })
