import { ownMembers } from './own-member.ts'
import { resolveTransport, type RecoveryCodeTransport } from './transport.ts'

/**
 * The one place that posts. The promise rejects like `fetch`.
 *
 * @param more Options besides the fixed ones.
 * @throws RecoveryCodeError `misused`, synchronously and before anything is sent, for a mistake in the transport.
 */
export function postForm(
  transport: RecoveryCodeTransport,
  form: Record<string, string>,
  more?: RequestInit,
): Promise<Response> {
  const { url, credentials } = ownMembers(resolveTransport(transport))
  const init = ownMembers<RequestInit>({
    method: 'POST',
    body: new URLSearchParams(form),
    cache: 'no-store',
    // 307 and 308 would post the code to another URL.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    credentials,
    ...more,
  })
  // A host's `fetch` may throw: that rejects, too.
  const send = async () => (transport.fetch ?? fetch)(url, init)
  return send()
}
