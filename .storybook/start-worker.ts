import { isCommonAssetRequest } from 'msw'
import { setupWorker, type SetupWorker } from 'msw/browser'
import { HttpNetworkFrame } from 'msw/experimental'

let started: Promise<SetupWorker> | undefined

/**
 * The mocks' service worker. An unhandled request to another origin is an error and never sent. One worker for all
 * stories of a docs page: they start at once, and two workers wouldn't know each other's handlers.
 */
export function startWorker(): Promise<SetupWorker> {
  started ??= start()
  return started
}

async function start(): Promise<SetupWorker> {
  const worker = setupWorker()
  await worker.start({
    quiet: true,
    // Relative, so the static build works from a sub-path.
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
    onUnhandledFrame({ frame, defaults }) {
      if (!(frame instanceof HttpNetworkFrame)) return
      const { request } = frame.data
      if (new URL(request.url).origin === location.origin || isCommonAssetRequest(request)) return
      defaults.error()
    },
  })
  return worker
}
