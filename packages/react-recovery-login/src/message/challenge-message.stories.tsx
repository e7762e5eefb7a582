import { fillLabel, ChallengeMessage, RecoveryCodeError } from 'react-recovery-login'
import { expect, fn } from 'storybook/test'
import { onPanel } from '../../../../.storybook/panel.tsx'
import { personIn, shows } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { issuedAt, site } from '../../../../.storybook/samples.ts'

const meta = preview.meta({
  title: 'Components/ChallengeMessage',
  component: ChallengeMessage,
  decorators: [onPanel],
  args: { site, onTryAnotherMethod: fn(), onSupport: fn() },
  // The table's tool reads no union. As in challenge-message-binding.ts.
  argTypes: Object.fromEntries(
    Object.entries({
      step: 'Each takes what it shows and its own ways on.',
      site: 'The product’s name. In `unavailable`.',
      error: 'For `unknown` and `unavailable`.',
      open: 'For `unknown`: the request is still open, so nothing can be sent. Default false.',
      looking:
        'For `unknown`: a handler with held answers is being asked for the answer; false if it had none. Default: it can’t be asked.',
      finishing: 'For `completing`. Default `running`.',
      rotated: 'For `complete`: whether there is a new code. Default true.',
      reason: 'For `start-again`. Default `expired`.',
      codeMayBeSpent:
        'For `start-again`: an earlier attempt may have used the code. Default false.',
      hasNext: 'For `another-factor`: whether there is something to continue with. Default true.',
      why: 'For `unavailable`. Default `misconfigured`.',
      signedIn:
        'For `interrupted`: the session was created before the page went away. Default false.',
      heldUntil:
        'For `interrupted`: epoch milliseconds until which the same code shows the new one again. Default: it doesn’t.',
      onCheckAgain: 'For `unknown`.',
      onEnterAgain: 'For `interrupted`.',
      onTryAgain: 'For `unknown` and `completing`.',
      onStartAgain: 'For `start-again` and `interrupted`.',
      onContinue: 'For `complete` and `interrupted`.',
    }).map(([prop, description]) => [prop, { description }]),
  ),
})
// Each step has its own callbacks.
const onTryAgain = fn()
const onStartAgain = fn()
const onContinue = fn()
const onCheckAgain = fn()
const onEnterAgain = fn()
const heldUntil = issuedAt + 480_000

export const Unknown = meta.story({
  args: { step: 'unknown', onTryAgain },
  play: async (context) => {
    const { say, arrivesAt, sees, presses } = personIn(context)
    await arrivesAt(say['unknown.heading'])
    await sees(say['unknown.lead'], say['unknown.step1'], say['unknown.step2'])
    await presses(say['unknown.retry'])
    await expect(onTryAgain).toHaveBeenCalledTimes(1)
  },
})

/** While the request is open, nothing can be sent. */
export const UnknownOpen = meta.story({
  args: { step: 'unknown', open: true, onTryAgain },
  play: async (context) => {
    const { say, seesNo } = personIn(context)
    await expect(context.canvas.getByRole('heading')).toHaveAccessibleDescription(
      say['unknown.waiting'],
    )
    seesNo(say['unknown.retry'])
  },
})

/** A handler with held answers is being asked. */
export const UnknownLooking = meta.story({
  args: { step: 'unknown', looking: true, onTryAgain },
  play: async (context) => {
    const { say, seesNo } = personIn(context)
    await expect(context.canvas.getByRole('heading')).toHaveAccessibleDescription(
      say['unknown.looking'],
    )
    seesNo(say['unknown.retry'])
  },
})

/** It was asked, and had nothing: the person can ask again, which uses nothing up. */
export const UnknownNotFound = meta.story({
  args: { step: 'unknown', looking: false, onTryAgain, onCheckAgain },
  play: async (context) => {
    const { say, sees, presses } = personIn(context)
    await sees(say['unknown.lead'], say['unknown.retry'])
    await presses(say['unknown.check'])
    await expect(onCheckAgain).toHaveBeenCalledTimes(1)
  },
})

export const UnknownServiceDown = meta.story({
  args: { step: 'unknown', error: new RecoveryCodeError('server-error', { status: 503 }) },
  play: shows((say) => [say['unknown.heading'], say['unknown.serviceDown']]),
})

export const Completing = meta.story({
  args: { step: 'completing' },
  play: shows((say) => [say['completing.heading'], say['completing.lead']]),
})

export const CompleteFailed = meta.story({
  args: { step: 'completing', finishing: 'failed', onTryAgain },
  play: async (context) => {
    const { say, arrivesAt, presses } = personIn(context)
    await arrivesAt(say['completeFailed.heading'])
    await presses(say['completeFailed.action'])
    await expect(onTryAgain).toHaveBeenCalledTimes(1)
  },
})

export const Complete = meta.story({
  args: { step: 'complete', onContinue },
  play: async (context) => {
    const { say, arrivesAt, sees, presses } = personIn(context)
    await arrivesAt(say['complete.heading'])
    await sees(say['complete.lead'])
    await presses(say['complete.action'])
    await expect(onContinue).toHaveBeenCalledTimes(1)
  },
})

export const CompleteWithoutNewCode = meta.story({
  args: { step: 'complete', rotated: false },
  play: shows((say) => [say['complete.noNewCode'], say['complete.noNewCodeText']]),
})

export const Expired = meta.story({
  args: { step: 'start-again', reason: 'expired', onStartAgain },
  play: async (context) => {
    const { say, arrivesAt, sees, presses } = personIn(context)
    await arrivesAt(say['expired.heading'])
    await sees(say['expired.note'])
    await presses(say['expired.action'])
    await expect(onStartAgain).toHaveBeenCalledTimes(1)
  },
})

export const ExpiredAfterUnknown = meta.story({
  args: { step: 'start-again', reason: 'expired', onStartAgain, codeMayBeSpent: true },
  play: shows((say) => [say['expired.noteUnknown']]),
})

export const Denied = meta.story({
  args: { step: 'start-again', reason: 'denied', onStartAgain, codeMayBeSpent: true },
  play: shows((say) => [say['denied.heading'], say['denied.lead']]),
})

export const NotSignedIn = meta.story({
  args: { step: 'start-again', reason: 'not-signed-in', onStartAgain },
  play: shows((say) => [say['notSignedIn.heading'], say['notSignedIn.newCode']]),
})

export const NotSignedInWithoutNewCode = meta.story({
  args: { step: 'start-again', reason: 'not-signed-in', onStartAgain, codeMayBeSpent: true },
  play: shows((say) => [say['notSignedIn.heading'], say['notSignedIn.noCode']]),
})

export const AnotherFactor = meta.story({
  args: { step: 'start-again', reason: 'another-factor', onStartAgain },
  play: shows((say) => [say['another.heading'], say['another.keep'], say['another.action']]),
})

/** The next mfa token was not stored, so the sign-in starts again. */
export const AnotherFactorWithoutNext = meta.story({
  args: { step: 'start-again', reason: 'another-factor', onStartAgain, hasNext: false },
  play: async (context) => {
    const { say, sees, seesNo } = personIn(context)
    await sees(say['another.heading'], say['expired.action'])
    seesNo(say['another.action'])
  },
})

export const UnavailableNoCode = meta.story({
  args: { step: 'unavailable', why: 'no-code' },
  play: shows((say) => [say['unavailable.heading'], say['unavailable.noCode']]),
})

export const UnavailableDuo = meta.story({
  args: { step: 'unavailable', why: 'duo' },
  play: shows((say) => [say['unavailable.heading'], say['unavailable.duo']]),
})

export const UnavailableGoogleAuthenticator = meta.story({
  args: { step: 'unavailable', why: 'google-authenticator' },
  play: shows((say) => [say['unavailable.googleAuthenticator']]),
})

export const UnavailableDisabled = meta.story({
  args: { step: 'unavailable', why: 'disabled' },
  play: shows((say) => [fillLabel(say, 'unavailable.disabled.site', { site })]),
})

export const UnavailableMisconfigured = meta.story({
  args: { step: 'unavailable', why: 'misconfigured' },
  play: shows((say) => [
    say['misconfigured.heading'],
    say['unavailable.misconfigured'],
    say['unavailable.next'],
  ]),
})

/** The handler refused the request: a mistake in the app, and no code was used. */
export const UnavailableNotSent = meta.story({
  args: {
    step: 'unavailable',
    error: new RecoveryCodeError('not-sent', { status: 403, reason: 'foreign-origin' }),
  },
  play: shows((say) => [say['misconfigured.heading'], say['misconfigured.notSent']]),
})

export const Interrupted = meta.story({
  args: { step: 'interrupted', onStartAgain },
  play: shows((say) => [
    say['interrupted.heading'],
    say['interrupted.step1'],
    say['interrupted.step3'],
    say['interrupted.action'],
  ]),
})

/** The handler holds the answer: the same code shows the new one again, for some minutes. */
export const InterruptedHeld = meta.story({
  args: { step: 'interrupted', heldUntil, onEnterAgain, onStartAgain },
  play: async (context) => {
    const { say, sees, presses } = personIn(context)
    const time = new Intl.DateTimeFormat(say.locale, { timeStyle: 'short' }).format(heldUntil)
    await sees(fillLabel(say, 'held.lead', { time }), say['interrupted.action'])
    await presses(say['held.action'])
    await expect(onEnterAgain).toHaveBeenCalledTimes(1)
  },
})

/** The handler had made the session before the page was left. */
export const InterruptedSignedIn = meta.story({
  args: { step: 'interrupted', signedIn: true, onContinue },
  play: async (context) => {
    const { say, sees, seesNo, presses } = personIn(context)
    await sees(say['interrupted.signedIn.lead'], say['interrupted.signedIn.step2'])
    seesNo(say['interrupted.action'])
    await presses(say['complete.action'])
    await expect(onContinue).toHaveBeenCalledTimes(1)
  },
})
