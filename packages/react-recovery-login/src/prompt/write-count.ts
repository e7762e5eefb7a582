import { fillLabel } from '../labels/fill-label.ts'
import type { Labels } from '../labels/labels.ts'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** Writes how much of a code is in the field into the counter, at each keystroke, without a render. */
export function writeCount(
  counter: HTMLElement,
  text: string,
  format: RecoveryCodeFormat,
  labels: Labels,
): void {
  const { characters, verdict, lookAlikes } = inspectRecoveryCode(text, format)
  const state = verdict === 'complete' && lookAlikes.length === 0 ? 'complete' : 'typing'
  counter.textContent =
    characters === 0
      ? ''
      : fillLabel(labels, 'form.counter', { count: characters, length: format.length })
  if (counter.dataset['rrlState'] !== state) counter.dataset['rrlState'] = state
}
