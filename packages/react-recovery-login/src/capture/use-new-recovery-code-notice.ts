import { useCallback, useEffect, useRef, type ClipboardEvent, type RefCallback } from 'react'
import { privateProps, type PrivateProps } from '../field/private-props.ts'
import { useFocusOnce } from '../host/use-focus-once.ts'
import { fillLabel } from '../labels/fill-label.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { ElementProps } from '../parts/element-props.ts'
import type { NewRecoveryCodeNoticeBinding } from './new-recovery-code-notice-binding.ts'
import { whenDrawn } from './when-drawn.ts'

/** Props to spread on the notice's elements; the markup is yours. */
export interface NewRecoveryCodeNoticeBehaviour {
  /** The heading takes focus once, when the notice appears. */
  readonly headingProps: ElementProps<'h2', 'ref' | 'tabIndex'>
  /** For the one element that shows the code. Render the groups with nothing between them: CSS makes the gaps. */
  readonly codeProps: PrivateProps &
    ElementProps<'code', 'role' | 'aria-label' | 'dir' | 'tabIndex' | 'onCopy'> & {
      readonly ref: RefCallback<HTMLElement>
    }
  /** The code in groups, or dots while it is masked. */
  readonly groups: readonly string[]
  /** For the button that shows a masked code: it then moves focus to the code. */
  readonly unmaskProps: ElementProps<'button', 'type' | 'onClick'>
}

/**
 * The behaviour of `NewRecoveryCodeNotice`: the code can be selected, copied by hand and read out in groups, and is in
 * no attribute.
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

  const groups = groupsOf(newRecoveryCode, format.groupSize)
  return {
    headingProps: { ref: heading, tabIndex: -1 },
    codeProps: {
      ...privateProps,
      ref,
      role: 'group',
      'aria-label': fillLabel(labels, 'notice.codeName', {
        count: groups.length,
        size: format.groupSize,
      }),
      dir: 'ltr',
      tabIndex: -1,
      onCopy(event: ClipboardEvent<HTMLElement>) {
        const selected = event.currentTarget.ownerDocument.getSelection()?.toString() ?? ''
        // Read from the element: a closure that React keeps must not hold the code.
        if (selected.replaceAll(/\s/g, '') === event.currentTarget.textContent) onCopied()
      },
    },
    groups: masked ? groups.map((group) => '•'.repeat(group.length)) : groups,
    unmaskProps: {
      type: 'button',
      onClick() {
        unmasking.current = true
        onUnmask()
      },
    },
  }
}

/** In one piece if the size is invalid: a mistake in a format must not hide the code. */
function groupsOf(code: string, size: number): readonly string[] {
  const characters = [...code]
  const step = size >= 1 ? Math.floor(size) : characters.length
  return Array.from({ length: Math.ceil(characters.length / step) }, (_, index) =>
    characters.slice(index * step, (index + 1) * step).join(''),
  )
}
