import { fireEvent } from '@testing-library/react'
import {
  englishLabels,
  NewRecoveryCodeNotice,
  SaveConfirmation,
  useRecoveryCodeCapture,
  type RecoveryCodeChallengeProps,
} from 'react-recovery-login'
import { germanLabels } from 'react-recovery-login/labels/german'
import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { answering, openCapture } from '../faults/capture-page.tsx'
import { confirm, Hiding, open, settle, signIn, submitCode } from '../faults/harness.tsx'
import { refusal, success, tokens } from '../faults/wire.ts'

const { oldCode, newCode } = canaries
const english = new Set<unknown>(Object.values(englishLabels))

/** A sign-in at its prompt. */
function openPrompt(
  props: Partial<RecoveryCodeChallengeProps> = {},
  rendering: Parameters<typeof open>[1] = {},
) {
  const attempt = signIn(props)
  return { ...attempt, ...open(attempt.page(), rendering) }
}

function* textsOf(page: Element): Generator<string> {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) yield walker.currentNode.textContent ?? ''
  for (const element of page.querySelectorAll('[aria-label]'))
    yield element.getAttribute('aria-label') ?? ''
}

it('complaint: under StrictMode the codes are made twice', async () => {
  const on = openPrompt({}, { reactStrictMode: true })
  await submitCode(on)
  await on.answer(success)
  expect(on.code()).toBe(newCode)
  expect(on.wire.posts).toHaveLength(1)
  await confirm(on)
  expect(on.completions).toHaveLength(1)
  expect(on.wire.posts).toHaveLength(1)
})

it('complaint: the new code is dropped from the answer, and nobody sees it', async () => {
  const on = await openCapture()
  expect(on.code()).toBe(newCode)
  expect(on.completions, 'nothing goes on without it').toEqual([])
})

it('complaint: the new code comes with the tokens, and it is left to the app to show it once', async () => {
  const on = await openCapture()
  expect(on.container.textContent?.split(newCode), 'in one place').toHaveLength(2)
  on.tick()
  await on.confirm()
  expect(on.completions, 'the app is not handed it').toEqual([{ tokens, rotated: true }])
  expect(on.container.innerHTML).not.toContain(newCode)
  const none = openPrompt()
  await submitCode(none)
  await none.answer(tokens)
  expect(none.container).toHaveTextContent('No new recovery code was made this time.')
})

it('complaint: at the first sign-in the dialog with the code is hidden behind the page', async () => {
  const onConfirm = vi.fn<() => void>()
  function FirstCode({ hidden }: { hidden: boolean }) {
    const options = { newRecoveryCode: newCode, confirmBy: 'continue', onConfirm } as const
    const { notice, confirmation } = useRecoveryCodeCapture(options)
    return (
      <>
        <Hiding hidden={hidden}>
          <NewRecoveryCodeNotice {...notice} />
        </Hiding>
        <SaveConfirmation {...confirmation} />
      </>
    )
  }
  const on = open(<FirstCode hidden />)
  on.press('continue')
  expect(onConfirm, 'a code that nobody saw is not saved').not.toHaveBeenCalled()
  on.rerender(<FirstCode hidden={false} />)
  expect(on.get('code')).toBeVisible()
  expect(document.body.children, 'where the host put it, and nowhere else').toHaveLength(1)
  on.press('continue')
  await settle(1)
  expect(onConfirm).toHaveBeenCalledOnce()
})

it('complaint: some texts stay English', async () => {
  const on = openPrompt({ labels: germanLabels, platform: answering('failed') })
  const check = () => {
    for (const text of textsOf(on.container)) expect(english).not.toContain(text)
  }
  on.press('submit')
  await settle(1)
  check()
  await submitCode(on)
  check()
  await on.answer(refusal, { status: 403 })
  check()
  await submitCode(on)
  await on.answer(success)
  on.press('continue')
  fireEvent.click(on.get('save-action'))
  await settle(1)
  expect(on.get('alert')).toHaveTextContent(germanLabels['save.copyFailed.title'])
  check()
  await confirm(on)
  expect(on.heading()).toBe(germanLabels['complete.heading'])
  check()
})

it('complaint: wrong codes of the app shut out a valid recovery code', async () => {
  // The server counts. Here a code from the app never reaches it.
  const on = openPrompt()
  for (const digits of ['482913', '482 913', '000000', '123456']) {
    await submitCode(on, digits)
    expect(on.get('alert')).toHaveTextContent('This looks like a code from an app')
  }
  expect(on.wire.posts).toEqual([])
  await submitCode(on)
  await on.answer(success)
  expect(on.wire.posts.map((body) => body.get('recovery_code'))).toEqual([oldCode])
  expect(on.code()).toBe(newCode)
})
