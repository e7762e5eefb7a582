import { setupWorker, type SetupWorker } from 'msw/browser'
import { createRoot, type Root } from 'react-dom/client'
import { RecoveryCodeChallenge } from 'react-recovery-login'
import {
  recoveryCodeScenario,
  type ScenarioName,
  type ScenarioOptions,
} from 'react-recovery-login/mocks'

declare global {
  interface Window {
    /** Renders a new challenge. Without an endpoint it posts to the tenant. */
    showChallenge(mfaToken: string, endpoint: string | undefined): void
    /** The same, with a scenario that msw answers in this page. */
    showByMsw(name: ScenarioName, options: ScenarioOptions): Promise<void>
  }
}

const nothing = () => undefined
let root: Root | undefined
let worker: SetupWorker | undefined

window.showChallenge = (mfaToken, endpoint) => {
  root?.unmount()
  root = createRoot(document.querySelector('main') as HTMLElement)
  root.render(
    <RecoveryCodeChallenge
      mfaToken={mfaToken}
      transport={
        endpoint === undefined
          ? { domain: 'tenant.example.com', clientId: 'example-client' }
          : { endpoint }
      }
      onComplete={nothing}
      onStartAgain={nothing}
      onTryAnotherMethod={nothing}
    />,
  )
}
window.showByMsw = async (name, options) => {
  if (worker === undefined) {
    worker = setupWorker()
    await worker.start({ quiet: true })
  }
  const scenario = recoveryCodeScenario(name, options)
  worker.use(...scenario.handlers)
  window.showChallenge(scenario.mfaToken, options.endpoint)
}
