import { act, fireEvent, render } from '@testing-library/react'
import { forwardRef, type ComponentProps } from 'react'
import { describe, expect, it } from 'vitest'
import { canaries } from './canaries.ts'
import { classEveryPart, partsWithClass } from './every-part.ts'
import { answering } from './faults/capture-page.tsx'
import { confirm, open, settle, signIn, submitCode } from './faults/harness.tsx'
import { refusal, success } from './faults/wire.ts'
import { Screens, screens } from './screens.tsx'

/** A host's elements, which pass on their props. React 18 needs `forwardRef`. */
const slots = {
  Button: forwardRef<HTMLButtonElement, ComponentProps<'button'>>((props, ref) => (
    <button {...props} ref={ref} data-own />
  )),
  Input: forwardRef<HTMLInputElement, ComponentProps<'input'>>((props, ref) => (
    <input {...props} ref={ref} data-own />
  )),
  Checkbox: forwardRef<HTMLInputElement, ComponentProps<'input'>>((props, ref) => (
    <input {...props} ref={ref} data-own />
  )),
  Heading: forwardRef<HTMLHeadingElement, ComponentProps<'h1'>>(({ children, ...props }, ref) => (
    <h1 {...props} ref={ref} data-own>
      {children}
    </h1>
  )),
}
const classNames = classEveryPart((part) => `their-${part}`)
const styled = { slots, classNames }

describe('every slot replaced and every class set', () => {
  it.each(Object.entries(screens(styled)))('%s: everything is the host’s', (_name, screen) => {
    const { container } = render(screen)
    const replaced = container.querySelectorAll('button, input:not([type=file]), h1, h2')
    expect(replaced.length).toBeGreaterThan(0)
    for (const element of replaced) expect(element).toHaveAttribute('data-own')
    for (const part of partsWithClass)
      for (const element of container.querySelectorAll(`[data-rrl-part="${part}"]`))
        expect(element).toHaveClass(classNames[part])
  })

  it('covers every part', () => {
    const { container } = render(<Screens {...styled} />)
    for (const part of partsWithClass)
      expect(container.querySelector(`[data-rrl-part="${part}"].their-${part}`)).not.toBeNull()
  })
})

describe('with every slot and class the behaviour stays the same', () => {
  const { oldCode, newCode } = canaries

  it('from a refused code to the end', async () => {
    const { answer, page, wire, completions } = signIn({ ...styled, platform: answering('done') })
    const on = open(page())
    on.press('submit')
    await settle()
    expect(on.field()).toHaveFocus()
    expect(on.field()).toBeInvalid()

    await submitCode(on)
    expect(on.get('submit')).toHaveAttribute('aria-busy', 'true')
    expect(on.field()).toHaveAttribute('readonly')
    await answer(refusal, { status: 403 })
    expect(on.get('alert')).toHaveTextContent('That code was not accepted')
    expect(on.field()).toHaveFocus()
    expect(on.field()).toHaveValue(oldCode)

    await submitCode(on)
    await answer(success)
    expect(on.get('heading')).toHaveFocus()
    expect(on.code()).toBe(newCode)

    on.press('continue')
    expect(on.get('checkbox')).toHaveFocus()
    expect(on.get('error')).toHaveAttribute('role', 'alert')
    on.press('save-action')
    await settle()
    expect(on.get('save-action')).toHaveTextContent('Copied')
    await confirm(on)
    expect(completions).toHaveLength(1)
    expect(on.heading()).toBe('You are signed in')
    expect(on.get('heading')).toHaveFocus()
    expect(wire.posts).toHaveLength(2)
  })

  it('hides what is typed', () => {
    const on = open(signIn({ ...styled, concealable: true }).page())
    on.press('reveal')
    expect(on.get('reveal')).toHaveAccessibleName('Show the code')
    expect(on.field()).toHaveAttribute('data-rrl-state', 'concealed')
  })

  it('hides the new code while it is retyped, and shows it again', async () => {
    const { answer, page } = signIn({ ...styled, confirmBy: 'retype' })
    const on = open(page())
    await submitCode(on)
    await answer(success)
    act(() => on.field().focus())
    expect(on.code()).toBe('•'.repeat(24))
    on.press('show-code')
    expect(on.code()).toBe(newCode)
    expect(on.get('code')).toHaveFocus()

    on.press('continue')
    expect(on.field()).toHaveFocus()
    fireEvent.change(on.field(), { target: { value: newCode.toLowerCase() } })
    expect(on.get('hint')).toHaveTextContent('It matches')
    expect(on.get('continue')).not.toHaveAttribute('aria-disabled')
  })

  it('asks after a lost answer, and continues', async () => {
    const { page, wire } = signIn(styled)
    const on = open(page())
    await submitCode(on)
    wire.cut()
    await settle()
    expect(on.get('heading')).toHaveFocus()
    on.press('retry')
    await settle()
    expect(wire.posts).toHaveLength(2)
  })
})
