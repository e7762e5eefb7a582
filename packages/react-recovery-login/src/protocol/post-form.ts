import { ownMembers } from './own-member.ts'
import { resolveTransport, type RecoveryCodeTransport } from './transport.ts'

/**
 * The one place that posts. Rejects like `fetch`.
 *
 * @param more Options besides the fixed ones.
 */
export async function postForm(
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
  return (transport.fetch ?? fetch)(url, init)
}
