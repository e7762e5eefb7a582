import type { ReactElement, RefCallback } from 'react'
import { fireEvent, render } from '@testing-library/react'
import {
  ChallengeMessage,
  NewRecoveryCodeNotice,
  RecoveryCodeChallenge,
  RecoveryCodeForm,
  SaveConfirmation,
} from 'react-recovery-login'
import { expect, it, vi } from 'vitest'
import { signIn } from './faults/harness.tsx'
import { confirmation, form, message, notice } from './screens.tsx'

interface Root {
  readonly ref: RefCallback<HTMLElement>
  readonly id: string
  readonly lang: string
  readonly className: string
}
interface Native extends Root {
  readonly 'aria-label': string
  readonly onPointerEnter: () => void
}

const components: Record<string, [tag: string, draw: (native: Native) => ReactElement]> = {
  RecoveryCodeForm: ['FORM', (native) => <RecoveryCodeForm {...form} {...native} />],
  NewRecoveryCodeNotice: ['SECTION', (native) => <NewRecoveryCodeNotice {...notice} {...native} />],
  SaveConfirmation: ['FORM', (native) => <SaveConfirmation {...confirmation} {...native} />],
  ChallengeMessage: ['SECTION', (native) => <ChallengeMessage {...message} {...native} />],
}

function natively() {
  const own = { id: 'theirs', lang: 'de', className: 'theirs' }
  const elements: (HTMLElement | null)[] = []
  return { own, elements, ref: (element: HTMLElement | null) => void elements.push(element) }
}

it.each(Object.entries(components))('%s takes a ref and the props of its element', (_name, of) => {
  const [tag, draw] = of
  const { own, elements, ref } = natively()
  const onPointerEnter = vi.fn<() => void>()
  const { container, unmount } = render(
    draw({ ...own, ref, 'aria-label': 'Theirs', onPointerEnter }),
  )
  const root = container.firstElementChild!
  expect(elements).toEqual([root])
  expect(root.tagName).toBe(tag)
  expect(root).toHaveAccessibleName('Theirs')
  expect(root).toHaveAttribute('id', 'theirs')
  expect(root).toHaveAttribute('lang', 'de')
  expect(root).toHaveClass('theirs')
  fireEvent.pointerEnter(root)
  expect(onPointerEnter).toHaveBeenCalledOnce()
  unmount()
  expect(elements).toEqual([root, null])
})

it('the drop-in takes a ref, an id, a class, a language and a direction', () => {
  const { own, elements, ref } = natively()
  const { container } = render(
    <RecoveryCodeChallenge {...signIn().props} {...own} ref={ref} dir="rtl" />,
  )
  const root = container.firstElementChild!
  expect(elements).toEqual([root])
  for (const [name, value] of Object.entries({ id: 'theirs', lang: 'de', dir: 'rtl' }))
    expect(root).toHaveAttribute(name, value)
  expect(root).toHaveClass('theirs')
})
