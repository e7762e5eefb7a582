import { useState } from 'react'
import type { StoryContext } from '@storybook/react-vite'
import { RecoveryCodeChallenge, type RecoveryCodeChallengeProps } from 'react-recovery-login'
import { expect, fn, spyOn, waitFor } from 'storybook/test'
import { calledOnce } from '../../../../.storybook/called-once.ts'
import { scenarioOf } from '../../../../.storybook/login.tsx'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import {
  issuedAt,
  newRecoveryCode,
  recoveryCode,
  signInArgs,
} from '../../../../.storybook/samples.ts'

/** From the prompt to the last screen, with the server's answer as named. */
const meta = preview.meta({
  title: 'Journeys/By answer',
  component: RecoveryCodeChallenge,
  args: {
    ...signInArgs,
    onComplete: fn(),
    onStartAgain: fn(),
    onTryAnotherMethod: fn(),
    onSupport: fn(),
  },
})

/** A shared computer: one page, used by one person after another. */
function SharedPage(props: RecoveryCodeChallengeProps) {
  const [account, setAccount] = useState('mira@example.com')
  return (
    <>
      {['mira@example.com', 'tom@example.com'].map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === account}
          onClick={() => setAccount(one)}
        >
          {one}
        </button>
      ))}
      <RecoveryCodeChallenge {...props} account={account} />
    </>
  )
}

async function sent(context: StoryContext, times: number): Promise<void> {
  await waitFor(() => expect(scenarioOf(context).requests).toHaveLength(times))
}

export const Success = meta.story({
  parameters: { login: { scenario: 'success', endpoint: '/login/recovery-code' } },
  play: async (context) => {
    const { say, submits, arrivesAt, presses, sees, ticks } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
    await presses(say['save.copy'])
    await sees(say['save.copiedStatus'])
    await expect(context.args.onComplete).not.toHaveBeenCalled()
    await ticks()
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
    await calledOnce(context.args.onComplete, { rotated: true })
    await sent(context, 1)
  },
})

/** One person leaves without saving, the next signs in, and the first comes back to their own code. */
export const AnotherPerson = meta.story({
  parameters: { login: { scenario: 'success' } },
  render: (args) => <SharedPage {...args} />,
  play: async (context) => {
    const { say, field, submits, arrivesAt, presses, sees } = personIn(context)
    const { canvas } = context
    const code = () => canvas.queryByRole('group', { name: /^New recovery code|^Neuer/ })
    await submits()
    await arrivesAt(say['notice.heading'])
    await presses('tom@example.com')
    await sees(say['form.heading'])
    await expect(field()).toHaveValue('')
    await expect(code()).toBeNull()
    await presses('mira@example.com')
    await sees(say['notice.heading'])
    await expect(code()).toHaveTextContent(newRecoveryCode)
    await sent(context, 1)
  },
})

/** A public client straight to the tenant: the page gets the tokens. */
export const SuccessWithoutHandler = meta.story({
  parameters: { login: { scenario: 'success' } },
  play: async (context) => {
    const { say, submits, arrivesAt, presses, ticks } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
    await ticks()
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
    const tokens = expect.objectContaining({ token_type: 'Bearer' })
    await calledOnce(context.args.onComplete, { rotated: true, tokens })
    await sent(context, 1)
  },
})

export const NoNewCode = meta.story({
  parameters: { login: { scenario: 'no-new-code' } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['complete.heading'])
    await sees(say['complete.noNewCode'])
    await calledOnce(context.args.onComplete, expect.objectContaining({ rotated: false }))
    await sent(context, 1)
  },
})

/** Here the last step fails once, and is retried. */
export const NoNewCodeAndALastStepThatFails = meta.story({
  parameters: { login: { scenario: 'no-new-code' } },
  beforeEach({ args }) {
    spyOn(globalThis, 'reportError').mockReturnValue(undefined)
    args.onComplete.mockRejectedValueOnce(new Error('The session was not stored.'))
  },
  play: async (context) => {
    const { say, submits, arrivesAt, presses } = personIn(context)
    await submits()
    await arrivesAt(say['completeFailed.heading'])
    await presses(say['completeFailed.action'])
    await arrivesAt(say['complete.heading'])
    await expect(context.args.onComplete).toHaveBeenCalledTimes(2)
    await sent(context, 1)
  },
})

export const WrongCode = meta.story({
  parameters: { login: { scenario: 'wrong-code' } },
  play: async (context) => {
    const { say, field, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.rejected.title'])
    await expect(field()).toHaveFocus()
    await expect(field()).toHaveValue(recoveryCode)
    await sent(context, 1)
  },
})

export const WrongCodeThenRight = meta.story({
  parameters: { login: { scenario: 'success' } },
  play: async (context) => {
    const { say, submits, sees, arrivesAt } = personIn(context)
    await submits('H4TZ8MPW6RKC2VXN9JQB7SGX')
    await sees(say['form.rejected.title'])
    await sent(context, 1)
    await submits()
    await arrivesAt(say['notice.heading'])
    await sent(context, 2)
  },
})

/** After several refusals the message stops blaming the code. */
export const WrongCodeOnceTooOften = meta.story({
  parameters: { login: { scenario: 'wrong-code' } },
  args: { lockHintAfter: 2 },
  play: async (context) => {
    const { say, presses, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.rejected.title'])
    await presses(say['form.submit'])
    await sees(say['form.maybeLocked.title'])
    await sent(context, 2)
  },
})

export const RateLimited = meta.story({
  parameters: { login: { scenario: 'rate-limited' } },
  play: async (context) => {
    const { say, button, presses, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.limited.title'], say['form.limited.until'])
    await expect(button(say['form.submit'])).toHaveAttribute('aria-disabled', 'true')
    await presses(say['form.submit'])
    await sent(context, 1)
  },
})

/** The wait ends by itself, and the button comes back. */
export const RateLimitedAndReadyAgain = meta.story({
  parameters: { login: { scenario: 'rate-limited', hurried: 60_000 } },
  play: async (context) => {
    const { say, button, field, submits, sees } = personIn(context)
    await submits()
    await sees(say['form.limited.ready'])
    await expect(button(say['form.submit'])).not.toHaveAttribute('aria-disabled')
    await expect(field()).toHaveValue(recoveryCode)
    await sent(context, 1)
  },
})

export const Expired = meta.story({
  parameters: { login: { scenario: 'expired' } },
  play: async (context) => {
    const { say, submits, arrivesAt, presses, sees } = personIn(context)
    await submits()
    await arrivesAt(say['expired.heading'])
    await sees(say['expired.note'])
    await presses(say['expired.action'])
    await calledOnce(context.args.onStartAgain, 'expired', undefined)
    await sent(context, 1)
  },
})

export const AnotherFactor = meta.story({
  parameters: { login: { scenario: 'another-factor' } },
  play: async (context) => {
    const { say, submits, arrivesAt, presses } = personIn(context)
    await submits()
    await arrivesAt(say['another.heading'])
    await presses(say['another.action'])
    await calledOnce(
      context.args.onStartAgain,
      'another-factor',
      expect.objectContaining({ challenge: ['otp'] }),
    )
    await sent(context, 1)
  },
})

export const Denied = meta.story({
  parameters: { login: { scenario: 'denied' } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['denied.heading'])
    await sees(say['denied.lead'])
    await sent(context, 1)
  },
})

export const NotEnabled = meta.story({
  parameters: { login: { scenario: 'not-enabled' } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['misconfigured.heading'])
    await sees(say['unavailable.misconfigured'])
    await sent(context, 1)
  },
})

/** The handler refuses the request and sends nothing upstream. */
export const NotSent = meta.story({
  parameters: { login: { scenario: 'not-sent' } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['misconfigured.heading'])
    await sees(say['misconfigured.notSent'])
    await sent(context, 1)
  },
})

/** The code may be used: it is not sent again until the person says so. */
export const ServerError = meta.story({
  parameters: { login: { scenario: 'server-error' } },
  play: async (context) => {
    const { say, submits, arrivesAt, presses } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await sent(context, 1)
    await presses(say['unknown.retry'])
    await sent(context, 2)
    await arrivesAt(say['unknown.heading'])
  },
})

export const Html = meta.story({
  parameters: { login: { scenario: 'html' } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await sees(say['unknown.step2'])
    await sent(context, 1)
  },
})

/** The answer was empty and the code spent, so the second attempt is refused: the message does not blame the person. */
export const Empty = meta.story({
  parameters: { login: { scenario: 'empty' } },
  play: async (context) => {
    const { say, submits, arrivesAt, presses, sees } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await sent(context, 1)
    await presses(say['unknown.retry'])
    await sees(say['form.rejectedAgain.title'])
    await sent(context, 2)
  },
})

/** The answer broke off after the new code: the code is rescued, and the sign-in starts again. */
export const CutOff = meta.story({
  parameters: { login: { scenario: 'cut-off' } },
  play: async (context) => {
    const { say, submits, arrivesAt, presses, sees, ticks } = personIn(context)
    await submits()
    await arrivesAt(say['notice.partial.heading'])
    await ticks()
    await presses(say['gate.startAgain'])
    await arrivesAt(say['notSignedIn.heading'])
    await sees(say['notSignedIn.newCode'])
    await presses(say['expired.action'])
    await calledOnce(context.args.onStartAgain, 'not-signed-in', undefined)
    await expect(context.args.onComplete).not.toHaveBeenCalled()
    await sent(context, 1)
  },
})

export const NetworkDown = meta.story({
  parameters: { login: { scenario: 'network-down' } },
  play: async (context) => {
    const { say, button, submits, arrivesAt } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await expect(button(say['unknown.retry'])).toBeVisible()
    await sent(context, 1)
  },
})

/** While the request is open, nothing can be sent. Its 30 seconds pass faster here. */
export const NeverAnswers = meta.story({
  parameters: { login: { scenario: 'never-answers', hurried: 10_000 } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees, seesNo } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await sees(say['unknown.waiting'])
    seesNo(say['unknown.retry'])
    await sent(context, 1)
  },
})

/** The answer comes after all. */
export const LateAnswer = meta.story({
  parameters: { login: { scenario: 'success', delay: 400, hurried: 10_000 } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await arrivesAt(say['notice.heading'])
    await sees(say['notice.late'])
    await sent(context, 1)
  },
})

export const Slow = meta.story({
  parameters: { login: { scenario: 'slow', delay: 600 } },
  play: async (context) => {
    const { say, field, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await sees(say['form.submitting'], say['form.keepOpen'])
    await expect(field()).toHaveAttribute('readonly')
    await arrivesAt(say['notice.heading'])
    await sent(context, 1)
  },
})

/** A new code was on screen when the page was left, according to the host's flag. */
export const Interrupted = meta.story({
  parameters: { login: { scenario: 'success' } },
  args: { interrupted: true },
  play: async (context) => {
    const { say, arrivesAt, presses } = personIn(context)
    await arrivesAt(say['interrupted.heading'])
    await presses(say['interrupted.action'])
    await calledOnce(context.args.onStartAgain, 'interrupted')
    await sent(context, 0)
  },
})

/** The handler holds the answer: the same code, entered again, shows the same new code. */
export const InterruptedHeld = meta.story({
  parameters: { login: { scenario: 'held', endpoint: '/login/recovery-code' } },
  args: { interrupted: true, held: true, expiresAt: issuedAt + 480_000 },
  play: async (context) => {
    const { say, arrivesAt, presses, submits, ticks } = personIn(context)
    await arrivesAt(say['interrupted.heading'])
    await presses(say['held.action'])
    await submits()
    await arrivesAt(say['notice.heading'])
    await expect(context.canvas.getByRole('group')).toHaveTextContent(newRecoveryCode)
    await ticks()
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
    await calledOnce(context.args.onComplete, { rotated: true })
  },
})

/** The answer was lost, and comes back by itself: one code, one look. */
export const LostAndFound = meta.story({
  parameters: { login: { scenario: 'lost-found', endpoint: '/login/recovery-code' } },
  play: async (context) => {
    const { say, submits, arrivesAt } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
    await expect(context.canvas.getByRole('group')).toHaveTextContent(newRecoveryCode)
    await sent(context, 2)
    await expect(scenarioOf(context).requests[1]?.get('repeat')).toBe('look')
  },
})

/** The handler is busy, or another process has the exchange: the kit looks on. */
export const LostAndLookedFor = meta.story({
  parameters: { login: { scenario: 'lost-looking', endpoint: '/login/recovery-code' } },
  play: async (context) => {
    const { say, submits, arrivesAt, sees, seesNo } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await sees(say['unknown.looking'])
    seesNo(say['unknown.retry'])
  },
})

/** Nothing is held. The person checks again, which spends nothing, and then sends the code once more. */
export const LostAndNotFound = meta.story({
  parameters: {
    login: { scenario: 'lost-not-found', endpoint: '/login/recovery-code', hurried: 1500 },
  },
  play: async (context) => {
    const { say, submits, arrivesAt, sees, presses } = personIn(context)
    const buttonCalled = async (name: string) =>
      void (await context.canvas.findByRole('button', { name }, { timeout: 1499 }))
    await submits()
    await arrivesAt(say['unknown.heading'])
    await buttonCalled(say['unknown.check'])
    await presses(say['unknown.check'])
    await sees(say['unknown.looking'])
    await buttonCalled(say['unknown.retry'])
    await sent(context, 11)
    await presses(say['unknown.retry'])
    await sees(say['form.rejectedAgain.title'])
  },
})

/** The same, behind a handler that had made the session: nothing has to start again. */
export const InterruptedSignedIn = meta.story({
  args: { interrupted: 'signed-in', onContinue: fn() },
  play: async (context) => {
    const { say, arrivesAt, presses } = personIn(context)
    await arrivesAt(say['interrupted.heading'])
    await presses(say['complete.action'])
    await calledOnce(context.args.onContinue)
  },
})
