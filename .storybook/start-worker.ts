import { isCommonAssetRequest } from 'msw'
import { setupWorker, type SetupWorker } from 'msw/browser'
import { HttpNetworkFrame } from 'msw/experimental'

/** The mocks' service worker. A request to another origin that no story answers is an error, never sent. */
export async function startWorker(): Promise<SetupWorker> {
  const worker = setupWorker()
  await worker.start({
    quiet: true,
    // Relative, so that the static build works from a sub-path.
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
