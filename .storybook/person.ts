import type { StoryContext } from '@storybook/react-vite'
import type { Labels } from 'react-recovery-login'
import { expect, waitFor } from 'storybook/test'
import { labelsOf } from './locales.ts'
import { recoveryCode } from './samples.ts'

/** What a person does and sees in a story, in the toolbar's language. */
export interface Person {
  readonly say: Labels
  /** @param label Default the prompt's. */
  field(label?: string): HTMLElement
  button(name: string): HTMLElement
  types(text: string, label?: string): Promise<void>
  pastes(text: string, label?: string): Promise<void>
  presses(name: string): Promise<void>
  ticks(): Promise<void>
  /** Types a code and continues. @param code Default the one the scenarios accept. */
  submits(code?: string): Promise<void>
  /** Waits for it. */
  sees(...texts: readonly string[]): Promise<void>
  seesNo(...texts: readonly string[]): void
  /** Waits for a screen; its heading takes focus. */
  arrivesAt(heading: string): Promise<void>
}

export function personIn(context: StoryContext): Person {
  const { canvas, canvasElement, userEvent, globals } = context
  const say = labelsOf(globals)
  const onScreen = () => canvasElement.innerText.replaceAll(/\s+/g, ' ')
  const person: Person = {
    say,
    field: (label = say['form.label']) => canvas.getByRole('textbox', { name: label }),
    button: (name) => canvas.getByRole('button', { name }),
    types: (text, label) => userEvent.type(person.field(label), text),
    async pastes(text, label) {
      await userEvent.click(person.field(label))
      await userEvent.paste(text)
    },
    presses: (name) => userEvent.click(person.button(name)),
    ticks: () => userEvent.click(canvas.getByRole('checkbox')),
    async submits(code = recoveryCode) {
      await person.pastes(code)
      await person.presses(say['form.submit'])
    },
    async sees(...texts) {
      for (const text of texts) await waitFor(() => expect(onScreen()).toContain(shown(text)))
    },
    seesNo(...texts) {
      for (const text of texts) expect(onScreen()).not.toContain(shown(text))
    },
    async arrivesAt(heading) {
      await waitFor(() => expect(canvas.getByRole('heading', { name: heading })).toHaveFocus())
    },
  }
  return person
}

/** A play function that only checks the screen. */
export function shows(
  texts: (say: Labels) => readonly string[],
): (context: StoryContext) => Promise<void> {
  return async (context) => {
    const { say, sees } = personIn(context)
    await sees(...texts(say))
  }
}

/** A label as shown on screen: without the brackets of its bold run. */
function shown(label: string): string {
  return label.replace(/\[(.*)\]/, '$1').replaceAll(/\s+/g, ' ')
}
