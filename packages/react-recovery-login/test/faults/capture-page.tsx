import { act, fireEvent } from '@testing-library/react'
import {
  NewRecoveryCodeNotice,
  SaveConfirmation,
  useRecoveryCodeCapture,
  type CapturePlatform,
  type RecoveryCodeCaptureOptions,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import { afterEach } from 'vitest'
import { open, settle, signIn, submitCode } from './harness.tsx'
import { success } from './wire.ts'

/** A sign-in whose new code is on screen and not yet saved. */
export async function openCapture(props: Partial<RecoveryCodeChallengeProps> = {}) {
  const attempt = signIn(props)
  const on = open(attempt.page())
  await submitCode(on)
  await attempt.answer(success)
  const action = (name: string) => {
    const button = on.container.querySelector<HTMLElement>(`[data-rrl-action="${name}"]`)
    if (button === null) throw new Error(`There is no way to ${name}.`)
    return button
  }
  return {
    ...attempt,
    ...on,
    action,
    /** Presses a save button and lets the platform answer. */
    async save(name: string) {
      fireEvent.click(action(name))
      await settle(1)
    },
    async confirm() {
      on.press('continue')
      await settle(1)
    },
    /** What is announced: the texts of the live regions. */
    heard: () =>
      Array.from(on.container.querySelectorAll('[role="status"], [role="alert"]'), (region) =>
        region.textContent?.trim(),
      ).filter((text) => text !== ''),
  }
}

export type CapturePage = Awaited<ReturnType<typeof openCapture>>

/** Only the capture, as on an enrolment page. */
export function Enrolment(options: RecoveryCodeCaptureOptions) {
  const { notice, confirmation } = useRecoveryCodeCapture(options)
  return (
    <>
      <NewRecoveryCodeNotice {...notice} />
      <SaveConfirmation {...confirmation} />
    </>
  )
}

/** A platform that always answers like this. */
export function answering(result: 'done' | 'asked' | 'failed'): CapturePlatform {
  const answer = () => Promise.resolve(result)
  return { copy: answer, download: answer, print: answer, share: answer, offers: () => true }
}

/** Adds a clipboard until the end of the test, or removes it; jsdom has none. */
export function withClipboard(writeText?: (text: string) => Promise<void>): void {
  if (writeText === undefined) Reflect.deleteProperty(navigator, 'clipboard')
  else Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
}
afterEach(() => withClipboard())

/** The selected text, as copying would take it. */
export function selected(): string | undefined {
  return document.getSelection()?.toString()
}

/** Fires a paste event: only the handler can fill the field. */
export function paste(field: Element, text: string): void {
  fireEvent.paste(field, { clipboardData: { getData: () => text } })
}

export function drop(field: Element, file: File): void {
  fireEvent.drop(field, { dataTransfer: { files: [file], types: ['Files'], getData: () => '' } })
}

export function pick(input: Element, file: File): void {
  act(() => {
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    fireEvent.change(input)
  })
}
