import { BackgroundSyncPlugin } from 'workbox-background-sync'
import { registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'

/** The exclusion that SECURITY.md asks for, if the test wants it. */
const excluded = new URLSearchParams(location.search).has('excluded')

const isForRecoveryCodes = ({ pathname }: URL) =>
  pathname === '/login/recovery-code' || pathname === '/oauth/token'

registerRoute(
  ({ url }) => !(excluded && isForRecoveryCodes(url)),
  new NetworkOnly({ plugins: [new BackgroundSyncPlugin('failed-posts')] }),
  'POST',
)

interface Worker {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

function isWorker(scope: object): scope is Worker {
  return 'skipWaiting' in scope
}

// The page's types have no service worker scope.
addEventListener('install', () => void (isWorker(self) && self.skipWaiting()))
addEventListener('activate', () => void (isWorker(self) && self.clients.claim()))
