import * as Sentry from '@sentry/browser'
import { verifyRecoveryCode } from 'react-recovery-login'
import { offerKit } from './kit.tsx'

declare global {
  interface Window {
    readonly envelopes: string[]
    readonly report: typeof verifyRecoveryCode
    /** Sends what Sentry still holds. */
    flushSentry(): Promise<void>
  }
}

const envelopes: string[] = []
const unmasked = new URLSearchParams(location.search).has('unmasked')
const replay = Sentry.replayIntegration({
  // Otherwise a worker compresses the recording, and it couldn't be searched.
  useCompression: false,
  // A test is shorter than the default minimum of five seconds.
  minReplayDuration: 0,
  ...(unmasked && { maskAllText: false, maskAllInputs: false, blockAllMedia: false }),
})

Sentry.init({
  dsn: 'https://key@sentry.example/1',
  integrations: [replay, Sentry.extraErrorDataIntegration({ depth: 10 })],
  replaysSessionSampleRate: 1,
  attachStacktrace: true,
  transport: (options) =>
    Sentry.createTransport(options, async ({ body }) => {
      envelopes.push(typeof body === 'string' ? body : new TextDecoder().decode(body))
      return { statusCode: 200 }
    }),
})
/** As a host's page may: each error by itself, and as the cause of another. */
const report: typeof verifyRecoveryCode = async (request) => {
  const answer = await verifyRecoveryCode(request)
  if ('error' in answer) {
    Sentry.captureException(answer.error)
    Sentry.captureException(new Error('The sign-in failed.', { cause: answer.error }))
  }
  return answer
}

Object.assign(window, {
  envelopes,
  report,
  async flushSentry() {
    await replay.flush()
    await Sentry.flush()
  },
})
offerKit({
  onEvent: (event) => {
    throw Object.assign(new Error('The host failed.'), { event })
  },
})
