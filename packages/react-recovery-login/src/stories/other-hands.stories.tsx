import type { StoryContext } from '@storybook/react-vite'
import { fillLabel, RecoveryCodeChallenge } from 'react-recovery-login'
import { expect, fn } from 'storybook/test'
import { meddledWith, translated } from '../../../../.storybook/other-hands.tsx'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { newRecoveryCode, recoveryCode, signInArgs } from '../../../../.storybook/samples.ts'

/** From the prompt to the last screen, on a page that something else modifies. */
const meta = preview.meta({
  title: 'Journeys/By other hands',
  component: RecoveryCodeChallenge,
  parameters: { login: { scenario: 'success' } },
  args: {
    ...signInArgs,
    onComplete: fn(),
  },
})

/** A code that is too short, a refused one, the right one, and the new one saved: every message appears. */
async function wholeWay(context: StoryContext, handsOn: string): Promise<void> {
  const { canvas, canvasElement, userEvent } = context
  const { say, field, submits, sees, presses, ticks, arrivesAt } = personIn(context)
  const theirs = () => canvasElement.querySelectorAll(handsOn).length
  await submits(recoveryCode.slice(0, 20))
  await sees(fillLabel(say, 'form.length.title', { count: 20, length: 24 }))
  await userEvent.clear(field())
  await submits('H4TZ8MPW6RKC2VXN9JQB7SGX')
  await sees(say['form.rejected.title'])
  await expect(theirs()).toBeGreaterThan(0)
  await userEvent.clear(field())
  await submits()
  await arrivesAt(say['notice.heading'])
  const code = canvas.getByRole('group')
  await expect(code.textContent).toBe(newRecoveryCode)
  await expect(code.querySelector(handsOn)).toBeNull()
  await presses(say['gate.continue'])
  await sees(say['gate.unconfirmed'])
  await presses(say['save.copy'])
  await sees(say['save.copied'], say['save.copiedStatus'])
  await expect(theirs()).toBeGreaterThan(0)
  await ticks()
  await presses(say['gate.continue'])
  await arrivesAt(say['complete.heading'])
  await expect(context.args['onComplete']).toHaveBeenCalledTimes(1)
}

/** A translator replaces every text node; the code is marked `translate="no"`. */
export const Translated = meta.story({
  decorators: [translated],
  play: (context) => wholeWay(context, 'font'),
})

/** A password manager, say, adds an icon to each field. */
export const Extension = meta.story({
  decorators: [meddledWith],
  play: (context) => wholeWay(context, 'x-extension'),
})
