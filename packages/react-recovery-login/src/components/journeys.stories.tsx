import type { StoryContext } from '@storybook/react-vite'
import { RecoveryCodeChallenge } from 'react-recovery-login'
import { expect, fn, spyOn, waitFor } from 'storybook/test'
import { hurry } from '../../../../.storybook/hurry.ts'
import { login, scenarioOf } from '../../../../.storybook/login.tsx'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { account, platform, recoveryCode, site } from '../../../../.storybook/samples.ts'

/** From the prompt to the last screen, on a server that answers as the story's name says. */
const meta = preview.meta({
  title: 'Journeys/By answer',
  component: RecoveryCodeChallenge,
  args: {
    mfaToken: 'mfa-token',
    transport: { endpoint: '/login/recovery-code' },
    site,
    account,
    platform,
    onComplete: fn(),
    onStartAgain: fn(),
    onTryAnotherMethod: fn(),
    onSupport: fn(),
  },
})

const endpoint = '/login/recovery-code'

async function sent(context: StoryContext, times: number): Promise<void> {
  await waitFor(() => expect(scenarioOf(context).requests).toHaveLength(times))
}

export const Success = meta.story({
  ...login('success', { endpoint }),
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
    await expect(context.args.onComplete).toHaveBeenCalledExactlyOnceWith({ rotated: true })
    await sent(context, 1)
  },
})

/** A public client straight to the tenant: the tokens come to the page. */
export const SuccessWithoutHandler = meta.story({
  ...login('success'),
  play: async (context) => {
    const { say, submits, arrivesAt, presses, ticks } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
    await ticks()
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
    const tokens = expect.objectContaining({ token_type: 'Bearer' })
    await expect(context.args.onComplete).toHaveBeenCalledExactlyOnceWith({ rotated: true, tokens })
    await sent(context, 1)
  },
})

export const NoNewCode = meta.story({
  ...login('no-new-code', { endpoint }),
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['complete.heading'])
    await sees(say['complete.noNewCode'])
    await expect(context.args.onComplete).toHaveBeenCalledExactlyOnceWith({ rotated: false })
    await sent(context, 1)
  },
})

/** There the last step fails once, and is tried again. */
export const NoNewCodeAndALastStepThatFails = meta.story({
  ...login('no-new-code', { endpoint }),
  args: { onComplete: fn() },
  beforeEach: [
    login('no-new-code').beforeEach,
    ({ args }) => {
      spyOn(globalThis, 'reportError').mockReturnValue(undefined)
      args.onComplete.mockRejectedValueOnce(new Error('The session was not stored.'))
    },
  ],
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
  ...login('wrong-code', { endpoint }),
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
  ...login('success', { endpoint }),
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

/** After some refusals the message stops blaming the code. */
export const WrongCodeOnceTooOften = meta.story({
  ...login('wrong-code', { endpoint }),
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
  ...login('rate-limited', { endpoint }),
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
  ...login('rate-limited', { endpoint }),
  beforeEach: [login('rate-limited').beforeEach, hurry],
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
  ...login('expired', { endpoint }),
  play: async (context) => {
    const { say, submits, arrivesAt, presses, sees } = personIn(context)
    await submits()
    await arrivesAt(say['expired.heading'])
    await sees(say['expired.note'])
    await presses(say['expired.action'])
    await expect(context.args.onStartAgain).toHaveBeenCalledExactlyOnceWith('expired', undefined)
    await sent(context, 1)
  },
})

export const AnotherFactor = meta.story({
  ...login('another-factor', { endpoint }),
  play: async (context) => {
    const { say, submits, arrivesAt, presses } = personIn(context)
    await submits()
    await arrivesAt(say['another.heading'])
    await presses(say['another.action'])
    await expect(context.args.onStartAgain).toHaveBeenCalledExactlyOnceWith(
      'another-factor',
      expect.objectContaining({ mfaToken: expect.any(String) }),
    )
    await sent(context, 1)
  },
})

export const Denied = meta.story({
  ...login('denied', { endpoint }),
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['denied.heading'])
    await sees(say['denied.lead'])
    await sent(context, 1)
  },
})

export const NotEnabled = meta.story({
  ...login('not-enabled', { endpoint }),
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['unavailable.heading'])
    await sees(say['unavailable.misconfigured'])
    await sent(context, 1)
  },
})

/** Nobody knows what became of the code: it is not sent again until the person says so. */
export const ServerError = meta.story({
  ...login('server-error', { endpoint }),
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
  ...login('html', { endpoint }),
  play: async (context) => {
    const { say, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await sees(say['unknown.step2'])
    await sent(context, 1)
  },
})

/** The answer was empty and the code spent, so the second try is refused: the message does not blame the person. */
export const Empty = meta.story({
  ...login('empty', { endpoint }),
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

/** The answer broke off behind the new code: it is rescued, and the sign-in begins again. */
export const CutOff = meta.story({
  ...login('cut-off', { endpoint }),
  play: async (context) => {
    const { say, submits, arrivesAt, presses, sees, ticks } = personIn(context)
    await submits()
    await arrivesAt(say['notice.partial.heading'])
    await ticks()
    await presses(say['gate.startAgain'])
    await arrivesAt(say['notSignedIn.heading'])
    await sees(say['notSignedIn.newCode'])
    await presses(say['expired.action'])
    await expect(context.args.onStartAgain).toHaveBeenCalledExactlyOnceWith(
      'not-signed-in',
      undefined,
    )
    await expect(context.args.onComplete).not.toHaveBeenCalled()
    await sent(context, 1)
  },
})

export const NetworkDown = meta.story({
  ...login('network-down', { endpoint }),
  play: async (context) => {
    const { say, button, submits, arrivesAt } = personIn(context)
    await submits()
    await arrivesAt(say['unknown.heading'])
    await expect(button(say['unknown.retry'])).toBeVisible()
    await sent(context, 1)
  },
})

/** While the request is open nothing can be sent. Its 30 seconds pass faster here. */
export const NeverAnswers = meta.story({
  ...login('never-answers', { endpoint }),
  beforeEach: [login('never-answers').beforeEach, hurry],
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
  ...login('success', { endpoint, delay: 400 }),
  beforeEach: [login('success').beforeEach, hurry],
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
  ...login('slow', { endpoint, delay: 600 }),
  play: async (context) => {
    const { say, field, submits, arrivesAt, sees } = personIn(context)
    await submits()
    await sees(say['form.submitting'], say['form.keepOpen'])
    await expect(field()).toHaveAttribute('readonly')
    await arrivesAt(say['notice.heading'])
    await sent(context, 1)
  },
})

/** A new code was on the screen when the page went away, as the host's own flag says. */
export const Interrupted = meta.story({
  ...login('success', { endpoint }),
  args: { interrupted: true },
  play: async (context) => {
    const { say, arrivesAt, presses } = personIn(context)
    await arrivesAt(say['interrupted.heading'])
    await presses(say['interrupted.action'])
    await expect(context.args.onStartAgain).toHaveBeenCalledExactlyOnceWith('interrupted')
    await sent(context, 0)
  },
})
