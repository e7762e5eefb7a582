import { fillLabel, NewRecoveryCodeNotice } from 'react-recovery-login'
import { expect, fn, waitFor } from 'storybook/test'
import { onPanel } from '../../../../.storybook/panel.tsx'
import { personIn, shows } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { account, format, issuedAt, newRecoveryCode, site } from '../../../../.storybook/samples.ts'

const meta = preview.meta({
  title: 'Components/NewRecoveryCodeNotice',
  component: NewRecoveryCodeNotice,
  decorators: [onPanel],
  args: {
    newRecoveryCode,
    occasion: 'replaced' as const,
    late: false,
    issuedAt,
    format,
    masked: false,
    site,
    account,
    onShown: fn(),
    onCopied: fn(),
    onUnmask: fn(),
  },
})

export const New = meta.story({
  play: async (context) => {
    const { say, arrivesAt, sees } = personIn(context)
    await arrivesAt(say['notice.heading'])
    await sees(say['notice.lead'], fillLabel(say, 'notice.cardTitle.site', { site }), account)
    const code = context.canvas.getByRole('group', {
      name: fillLabel(say, 'notice.codeName', { count: 6, size: 4 }),
    })
    // Any selection of the groups copies without gaps.
    await expect(code.textContent).toBe(newRecoveryCode)
    await expect(code.children).toHaveLength(6)
    await expect(context.args.onShown).toHaveBeenCalled()
  },
})

export const WithoutSiteAndAccount = meta.story({
  args: { site: undefined, account: undefined },
  play: shows((say) => [say['notice.cardTitle']]),
})

/** The answer came after the person had been told that there was none. */
export const Late = meta.story({
  args: { late: true },
  play: shows((say) => [say['notice.late'], say['notice.heading']]),
})

/** The code came, but the sign-in did not. */
export const Partial = meta.story({
  args: { occasion: 'unfinished' },
  play: shows((say) => [say['notice.partial.heading'], say['notice.partial.lead']]),
})

export const Enrolled = meta.story({
  args: { occasion: 'enrolled' },
  play: shows((say) => [say['notice.enrol.heading'], say['notice.enrol.lead']]),
})

export const Masked = meta.story({
  args: { masked: true },
  play: async (context) => {
    const { say, presses, sees, seesNo } = personIn(context)
    await sees('••••', say['notice.hidden'])
    seesNo(newRecoveryCode.slice(0, 4))
    await presses(say['notice.show'])
    await expect(context.args.onUnmask).toHaveBeenCalledTimes(1)
  },
})

/** The code is selected, so that the keyboard can copy it. */
export const CopyFailed = meta.story({
  args: { copyFailed: { action: 'copy', result: 'failed', count: 1 } },
  play: async () => {
    await waitFor(() =>
      expect(getSelection()?.toString().replaceAll(/\s/g, '')).toBe(newRecoveryCode),
    )
  },
})

/** Another issuer's format: four groups of five. */
export const OtherFormat = meta.story({
  args: {
    format: { length: 20, alphabet: '23456789ABCDEFGHJKLMNPQRSTUVWXYZ', groupSize: 5 },
    newRecoveryCode: newRecoveryCode.slice(0, 20),
  },
  play: async (context) => {
    const { say } = personIn(context)
    context.canvas.getByRole('group', {
      name: fillLabel(say, 'notice.codeName', { count: 4, size: 5 }),
    })
  },
})
