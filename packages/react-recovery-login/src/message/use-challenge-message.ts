import { useId } from 'react'
import { useFocusOnce } from '../host/use-focus-once.ts'
import type { ElementProps } from '../parts/element-props.ts'
import type { ChallengeMessageBinding } from './challenge-message-binding.ts'
import {
  challengeMessageContent,
  type ChallengeMessageContent,
} from './challenge-message-content.ts'

/** The texts of a step and the props of its heading; the markup is yours. */
export interface ChallengeMessageBehaviour extends ChallengeMessageContent {
  /** The heading takes focus once, when the step appears. */
  readonly headingProps: ElementProps<'h2', 'ref' | 'tabIndex' | 'aria-describedby'>
  /** For the element with `waiting`: it is announced with the heading. */
  readonly waitingProps: ElementProps<'p', 'id'>
}

/**
 * The behaviour of `ChallengeMessage`.
 *
 * @see WCAG 2.2 SC 2.4.3 Focus Order
 */
export function useChallengeMessage(binding: ChallengeMessageBinding): ChallengeMessageBehaviour {
  const content = challengeMessageContent(binding)
  const ref = useFocusOnce<HTMLHeadingElement>(content.state)
  const id = useId()
  return {
    ...content,
    headingProps: {
      ref,
      tabIndex: -1,
      'aria-describedby': content.waiting === undefined ? undefined : id,
    },
    waitingProps: { id },
  }
}
