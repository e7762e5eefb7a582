import {
  useCallback,
  useEffect,
  useRef,
  type ClipboardEvent,
  type ComponentProps,
  type RefCallback,
} from 'react'
import { privateProps, type PrivateProps } from '../field/private-props.ts'
import { useFocusOnce } from '../host/use-focus-once.ts'
import { fillLabel } from '../labels/fill-label.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { NewRecoveryCodeNoticeBinding } from './new-recovery-code-notice-binding.ts'
import { whenDrawn } from './when-drawn.ts'

/** Props to spread on the notice's elements; the markup is yours. */
export interface NewRecoveryCodeNoticeBehaviour {
  /** The heading takes the focus once, when the notice comes up. */
  readonly headingProps: Readonly<Pick<ComponentProps<'h2'>, 'ref' | 'tabIndex'>>
  /** For the one element that shows the code. Give it the groups with nothing between them: gaps belong to CSS. */
  readonly codeProps: PrivateProps &
    Readonly<
      Pick<ComponentProps<'code'>, 'role' | 'aria-label' | 'dir' | 'tabIndex' | 'onCopy'>
    > & { readonly ref: RefCallback<HTMLElement> }
  /** The code in groups, or dots while it is masked. */
  readonly groups: readonly string[]
  /** For the button that shows a masked code: it then moves the focus to the code. */
  readonly unmaskProps: Readonly<Pick<ComponentProps<'button'>, 'type' | 'onClick'>>
}

/**
 * The behaviour of `NewRecoveryCodeNotice`: the code can be selected, copied by hand and heard in groups, and stands
 * in no attribute.
 *
 * @see WCAG 2.2 SC 2.4.3 Focus Order, SC 1.3.1 Info and Relationships
 */
export function useNewRecoveryCodeNotice(
  binding: NewRecoveryCodeNoticeBinding,
): NewRecoveryCodeNoticeBehaviour {
  const { newRecoveryCode, format, masked, copyFailed, onShown, onCopied, onUnmask } = binding
  const labels = resolveLabels(binding.labels)
  const heading = useFocusOnce<HTMLHeadingElement>('notice')
  const code = useRef<HTMLElement | null>(null)
  const unmasking = useRef(false)
  const stopWaiting = useRef<() => void>(undefined)
  const ref = useCallback(
    (node: HTMLElement | null) => {
      code.current = node
      stopWaiting.current?.()
      stopWaiting.current =
        node === null || masked || node.textContent === '' ? undefined : whenDrawn(node, onShown)
    },
    [masked, onShown],
  )

  useEffect(() => {
    if (copyFailed !== undefined && code.current !== null)
      code.current.ownerDocument.getSelection()?.selectAllChildren(code.current)
  }, [copyFailed])

  useEffect(() => {
    if (!masked && unmasking.current) code.current?.focus()
    unmasking.current = false
  }, [masked])

  const whole = groupsOf(newRecoveryCode, format.groupSize)
  return {
    headingProps: { ref: heading, tabIndex: -1 },
    codeProps: {
      ...privateProps,
      ref,
      role: 'group',
      'aria-label': fillLabel(labels, 'notice.codeName', {
        count: whole.length,
        size: format.groupSize,
      }),
      dir: 'ltr',
      tabIndex: -1,
      onCopy(event: ClipboardEvent<HTMLElement>) {
        const picked = event.currentTarget.ownerDocument.getSelection()?.toString() ?? ''
        // The element's own text: a closure that React keeps must not hold the code.
        if (picked.replaceAll(/\s/g, '') === event.currentTarget.textContent) onCopied()
      },
    },
    groups: masked ? whole.map((group) => '•'.repeat(group.length)) : whole,
    unmaskProps: {
      type: 'button',
      onClick() {
        unmasking.current = true
        onUnmask()
      },
    },
  }
}

/** In one piece where the size is none: a mistake in a format must not take the code off the screen. */
function groupsOf(code: string, size: number): readonly string[] {
  const characters = [...code]
  const step = size >= 1 ? Math.floor(size) : characters.length
  const groups = []
  for (let start = 0; start < characters.length; start += step)
    groups.push(characters.slice(start, start + step).join(''))
  return groups
}
