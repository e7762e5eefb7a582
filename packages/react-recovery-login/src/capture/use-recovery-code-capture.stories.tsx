import {
  NewRecoveryCodeNotice,
  SaveConfirmation,
  useRecoveryCodeCapture,
  type RecoveryCodeCaptureOptions,
} from 'react-recovery-login'
import { expect, fn, spyOn } from 'storybook/test'
import { calledOnce } from '../../../../.storybook/called-once.ts'
import { onPanel } from '../../../../.storybook/panel.tsx'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import {
  account,
  issuedAt,
  newRecoveryCode,
  platform,
  site,
} from '../../../../.storybook/samples.ts'

/** A page of a settings wizard: the first code, from `recovery_codes` of `/mfa/associate`. */
function Enrolment(options: RecoveryCodeCaptureOptions) {
  const { notice, confirmation } = useRecoveryCodeCapture(options)
  return (
    <>
      <NewRecoveryCodeNotice {...notice} />
      <SaveConfirmation {...confirmation} />
    </>
  )
}

const meta = preview.meta({
  title: 'Headless/useRecoveryCodeCapture',
  component: Enrolment,
  decorators: [onPanel],
  args: {
    newRecoveryCode: newRecoveryCode as string,
    site: site as string,
    account: account as string,
    platform,
    now: () => issuedAt,
    onConfirm: fn(),
  },
})

export const FirstCode = meta.story({
  play: async (context) => {
    const { say, arrivesAt, sees, presses, ticks } = personIn(context)
    await arrivesAt(say['notice.enrol.heading'])
    await presses(say['save.copy'])
    await sees(say['save.copiedStatus'])
    await ticks()
    await presses(say['gate.continue'])
    await calledOnce(context.args.onConfirm)
  },
})

/** The server refused the confirmation: the code stays, and Continue tries again. */
export const ConfirmFailed = meta.story({
  beforeEach({ args }) {
    spyOn(globalThis, 'reportError').mockReturnValue(undefined)
    args.onConfirm.mockRejectedValueOnce(new Error('The server did not answer.'))
  },
  play: async (context) => {
    const { say, sees, presses, ticks } = personIn(context)
    await ticks()
    await presses(say['gate.continue'])
    await sees(say['completeFailed.heading'])
    await expect(context.canvas.getByRole('group')).toHaveTextContent(newRecoveryCode)
    await presses(say['completeFailed.action'])
    await expect(context.args.onConfirm).toHaveBeenCalledTimes(2)
  },
})
