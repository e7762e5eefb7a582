import { useRef, type ComponentProps } from 'react'
import {
  fillLabel,
  RecoveryCodeChallenge,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import { expect, fn, waitFor } from 'storybook/test'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { newRecoveryCode, signInArgs } from '../../../../.storybook/samples.ts'

const keepInVault = fn<(newRecoveryCode: string) => void>()

const meta = preview.meta({
  title: 'RecoveryCodeChallenge',
  component: RecoveryCodeChallenge,
  parameters: { login: { scenario: 'success' } },
  args: {
    ...signInArgs,
    onComplete: fn(),
    onTryAnotherMethod: fn(),
    onCodeMissing: fn(),
    onSupport: fn(),
    onStartAgain: fn(),
  },
})

/**
 * To play with: the toolbar's *Scenario* sets how the server answers; all but the server is real. The code it accepts
 * is `H4TZ8MPW6RKC2VXN9JQB7SGD`.
 */
export const Playground = meta.story({
  parameters: { login: { scenario: 'toolbar' } },
  args: { platform: undefined, onContinue: fn() },
  play: async (context) => {
    const { say, sees } = personIn(context)
    await sees(say['form.heading'])
  },
})

/** As set by the toolbar's *Layout*. */
export const Page = meta.story({
  globals: { layout: 'page' },
  play: async (context) => {
    await expect(context.canvasElement.querySelector('[data-rrl-layout="page"]')).toBeVisible()
  },
})

function InADialog(props: RecoveryCodeChallengeProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        Sign in
      </button>
      <dialog
        ref={dialog}
        aria-label="Sign in"
        style={{ padding: 0, border: 0, background: 'none' }}
      >
        <RecoveryCodeChallenge {...props} layout="dialog" />
      </dialog>
    </>
  )
}

/** The host brings the element and the backdrop, and handles focus and Escape; Escape loses nothing. */
export const Dialog = meta.story({
  render: (args) => <InADialog {...args} />,
  play: async (context) => {
    const { say, submits, arrivesAt, presses, ticks } = personIn(context)
    const { args, canvas, canvasElement } = context
    const code = () => canvas.getByRole('group')
    await presses('Sign in')
    await submits()
    await arrivesAt(say['notice.heading'])
    await ticks()
    // What a browser does on Escape; it ignores a scripted key press.
    canvasElement.querySelector('dialog')?.requestClose()
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await presses('Sign in')
    await expect(code()).toBeVisible()
    await expect(code()).toHaveTextContent(newRecoveryCode)
    await expect(canvas.getByRole('checkbox')).toBeChecked()
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
    await expect(args.onComplete).toHaveBeenCalledTimes(1)
  },
})

/** If there is room, the six groups of the code are in one row. */
export const Wide = meta.story({
  args: { classNames: { panel: 'wide' } },
  render: (args) => (
    <>
      <style>{'.wide { max-inline-size: 46rem }'}</style>
      <RecoveryCodeChallenge {...args} />
    </>
  ),
  play: async (context) => {
    const { say, submits, arrivesAt } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
  },
})

/** Dark on a light page: `scheme` overrides the page. */
export const Scheme = meta.story({
  globals: { scheme: 'light' },
  args: { scheme: 'dark' },
  play: async (context) => {
    const panel = context.canvas.getByRole('heading').closest('[data-rrl-part="panel"]')
    await expect(panel).toHaveStyle({ colorScheme: 'dark', backgroundColor: 'rgb(23, 25, 31)' })
  },
})

/** Another server's codes: with every digit and letter, in groups of six. */
export const Format = meta.story({
  args: { format: { length: 24, alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', groupSize: 6 } },
  play: async (context) => {
    const { say, submits, sees, arrivesAt } = personIn(context)
    const { canvas } = context
    // Auth0's alphabet would hold back a 0.
    await submits('04TZ8MPW6RKC2VXN9JQB7SGD')
    await sees(say['form.rejected.title'])
    await submits()
    await arrivesAt(say['notice.heading'])
    const code = canvas.getByRole('group', {
      name: fillLabel(say, 'notice.codeName', { count: 4, size: 6 }),
    })
    await expect([...code.children].map((group) => group.textContent)).toEqual(
      newRecoveryCode.match(/.{6}/g),
    )
  },
})

/** The host's own elements: each passes on its props, `ref` included, and everything still works. */
export const Slots = meta.story({
  args: {
    slots: {
      Button: (props: ComponentProps<'button'>) => <button {...props} data-own="button" />,
      Input: (props: ComponentProps<'input'>) => <input {...props} data-own="input" />,
      Checkbox: (props: ComponentProps<'input'>) => <input {...props} data-own="checkbox" />,
      Heading: ({ children, ...props }: ComponentProps<'h1'>) => (
        <h1 {...props} data-own="heading">
          {children}
        </h1>
      ),
    },
  },
  play: async (context) => {
    const { say, field, submits, sees, arrivesAt, presses, ticks } = personIn(context)
    const { canvas, canvasElement } = context
    await expect(canvasElement.querySelector('button:not([data-own])')).toBeNull()
    await expect(field()).toHaveAttribute('data-own', 'input')
    await submits('H4TZ8MPW6RKC2VXN9JQB7SGX')
    await sees(say['form.rejected.title'])
    await expect(field()).toHaveFocus()
    await submits()
    await arrivesAt(say['notice.heading'])
    await expect(canvas.getByRole('heading', { level: 1 })).toHaveAttribute('data-own', 'heading')
    await presses(say['gate.continue'])
    await expect(canvas.getByRole('checkbox')).toHaveFocus()
    await expect(canvas.getByRole('checkbox')).toHaveAttribute('data-own', 'checkbox')
    await ticks()
    await presses(say['gate.continue'])
    await arrivesAt(say['complete.heading'])
  },
})

/** A class for each part, in addition to `data-rrl-part`. */
export const ClassNames = meta.story({
  args: {
    classNames: {
      root: 'my-root',
      panel: 'my-panel',
      form: 'my-form',
      heading: 'my-heading',
      input: 'my-input',
      submit: 'my-submit',
    },
  },
  play: async (context) => {
    for (const part of ['root', 'panel', 'form', 'heading', 'input', 'submit'])
      await expect(context.canvasElement.querySelector(`.my-${part}`)).toHaveAttribute(
        'data-rrl-part',
        part,
      )
    const { say, submits, arrivesAt } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
    await expect(context.canvas.getByRole('heading')).toHaveClass('my-heading')
  },
})

export const Footer = meta.story({
  args: { footer: <p className="my-footer">Fernhill will never ask for this code by phone.</p> },
  play: async (context) => {
    const { say, sees, submits, arrivesAt } = personIn(context)
    await submits()
    await arrivesAt(say['notice.heading'])
    await sees('Fernhill will never ask')
  },
})

/** The host's own button, here a password manager's, which gets what the hook returns in this step. */
export const ExtraActions = meta.story({
  args: {
    extraActions: (challenge) =>
      challenge.step === 'capture' && (
        <button
          type="button"
          data-rrl-part="save-action"
          data-rrl-variant="secondary"
          onClick={() => keepInVault(challenge.notice.newRecoveryCode)}
        >
          Keep in Larder
        </button>
      ),
  },
  play: async (context) => {
    const { say, submits, seesNo, arrivesAt, presses } = personIn(context)
    seesNo('Keep in Larder')
    await submits()
    await arrivesAt(say['notice.heading'])
    await presses('Keep in Larder')
    await expect(keepInVault).toHaveBeenCalledOnce()
  },
})

/** Some custom texts; the rest stays. */
export const Words = meta.story({
  args: { labels: { 'form.heading': 'Your spare key, please' } },
  play: async (context) => {
    const { say, sees } = personIn(context)
    await sees('Your spare key, please', say['form.label'])
  },
})
