import { postForm } from './post-form.ts'
import type { RecoveryCodeTransport } from './transport.ts'

/**
 * Tells the handler that the new code of a held answer is saved, so it needn't be held any longer. Also while the page
 * unloads (`keepalive`): a receipt holds neither code nor token. If it doesn't arrive, the answer ends by its time.
 */
export function confirmHeldAnswer(transport: RecoveryCodeTransport, receipt: string): void {
  // Whatever happens to it: the login goes on.
  const confirm = async () => postForm(transport, { receipt }, { keepalive: true })
  confirm().catch(() => undefined)
}
