import { NewRecoveryCodeNotice, ChallengeMessage, RecoveryCodeForm } from 'react-recovery-login'
import { fn } from 'storybook/test'
import preview from '../../../../.storybook/preview.tsx'
import { format } from '../../../../.storybook/samples.ts'
const fns = { onShown: fn(), onCopied: fn(), onUnmask: fn() }
const e = preview.meta({ component: NewRecoveryCodeNotice, args: { late: false, issuedAt: 1, format, masked: false, newRecoveryCode: 'A' as string,  occasion: 'replaced' as const, ...fns } })
e.story({ play: async (c) => { c.args } })
const g = preview.meta({ component: ChallengeMessage, args: { open: false, failed: false, rotated: false, codeMayBeSpent: false } })
g.story({ args: {step:'unknown'}, play: async (c) => { c.args } })
const h = preview.meta({ component: NewRecoveryCodeNotice, args: { late: false } })
h.story({ args: {issuedAt: 1, format, masked: false, newRecoveryCode: 'A',  occasion: 'replaced', ...fns}, play: async (c) => { c.args } })
const i = preview.meta({ component: RecoveryCodeForm, args: { verifying: false } })
i.story({ args: {slow: false, afterUnknown: false, maybeLocked: false, format, onSubmit: async () => ({ used: false })}, play: async (c) => { c.args } })
