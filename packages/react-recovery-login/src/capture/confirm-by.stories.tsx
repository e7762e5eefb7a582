import type { StoryContext } from '@storybook/react-vite'
import { RecoveryCodeChallenge } from 'react-recovery-login'
import { expect, fn } from 'storybook/test'
import { personIn, type Person } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { newRecoveryCode, signInArgs } from '../../../../.storybook/samples.ts'

/** What unlocks Continue, from the prompt to the last screen. */
const meta = preview.meta({
  title: 'Journeys/By confirmBy',
  component: RecoveryCodeChallenge,
  parameters: { login: { scenario: 'success' } },
  args: {
    ...signInArgs,
    onComplete: fn(),
  },
})

/** Continue is refused, with a reason, until the person has done what is asked. */
function opens(wants: (person: Person) => string, act: (person: Person) => Promise<void>) {
  return async (context: StoryContext): Promise<void> => {
    const person = personIn(context)
    const { say, submits, arrivesAt, presses, sees } = person
    await submits()
    await arrivesAt(say['notice.heading'])
    await presses(say['gate.continue'])
    await sees(wants(person))
    await expect(context.args['onComplete']).not.toHaveBeenCalled()
    await act(person)
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
    await expect(context.args['onComplete']).toHaveBeenCalledTimes(1)
  }
}

export const Checkbox = meta.story({
  args: { confirmBy: 'checkbox' },
  play: opens(
    ({ say }) => say['gate.unconfirmed'],
    ({ ticks }) => ticks(),
  ),
})

export const Action = meta.story({
  args: { confirmBy: 'action' },
  play: opens(
    ({ say }) => say['gate.noAction'],
    async ({ say, presses, sees }) => {
      await presses(say['save.copy'])
      await sees(say['save.copied'])
    },
  ),
})

export const Retype = meta.story({
  args: { confirmBy: 'retype' },
  play: opens(
    ({ say }) => say['retype.required'],
    async ({ say, pastes, sees }) => {
      await pastes(newRecoveryCode, say['retype.label'])
      await sees(say['retype.match'])
    },
  ),
})

export const Continue = meta.story({
  args: { confirmBy: 'continue' },
  play: async (context) => {
    const { say, submits, arrivesAt, presses } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
    await expect(context.args.onComplete).toHaveBeenCalledTimes(1)
  },
})
