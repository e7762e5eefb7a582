import { expect, test } from 'vitest'
import { mayConfirm, type Captured, type ConfirmBy } from './may-confirm.ts'

const nothing: Captured = { shown: true, ticked: false, retype: undefined, evidence: [] }

/** What opens the gate, for each way to confirm; everything else leaves it closed. */
const keys: Record<ConfirmBy, Partial<Captured>[]> = {
  checkbox: [{ ticked: true }],
  retype: [{ retype: { verdict: 'same' } }],
  action: [
    { evidence: ['copy'] },
    { evidence: ['download'] },
    { evidence: ['print'] },
    { evidence: ['share'] },
    { evidence: ['copied-by-hand'] },
  ],
  continue: [{}],
}
const everything = Object.values(keys).flat()

test.each(Object.entries(keys))('%s', (name, opens) => {
  const confirmBy = name as ConfirmBy
  for (const key of opens) {
    expect(mayConfirm(confirmBy, { ...nothing, ...key })).toBe(true)
    expect(mayConfirm(confirmBy, { ...nothing, ...key, shown: false })).toBe(false)
  }
  const others = confirmBy === 'continue' ? [] : everything.filter((key) => !opens.includes(key))
  for (const key of others) expect(mayConfirm(confirmBy, { ...nothing, ...key })).toBe(false)
})
