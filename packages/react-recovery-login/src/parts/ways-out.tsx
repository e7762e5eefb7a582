import type { ReactElement } from 'react'
import { ActionButton } from './action-button.tsx'
import { useLook } from './look.ts'

export interface WaysOutProps {
  readonly onTryAnotherMethod?: (() => void) | undefined
  readonly onCodeMissing?: (() => void) | undefined
  readonly onSupport?: (() => void) | undefined
}

/** The other ways to continue, if the host gives them. */
export function WaysOut(props: WaysOutProps): ReactElement | null {
  const { labels, part } = useLook()
  const buttons = wayButtons('quiet', [
    { part: 'try-another', label: labels['form.tryAnother'], go: props.onTryAnotherMethod },
    { part: 'code-missing', label: labels['form.codeMissing'], go: props.onCodeMissing },
    { part: 'support', label: labels['form.support'], go: props.onSupport },
  ])
  return buttons.length > 0 ? <div {...part('ways-out')}>{buttons}</div> : null
}

/** A button for each way the host gives. */
export function wayButtons(
  variant: 'primary' | 'secondary' | 'quiet',
  ways: readonly {
    readonly part: string
    readonly label: string
    readonly go: (() => void) | undefined
  }[],
): ReactElement[] {
  return ways.flatMap(({ part, label, go }) =>
    go ? (
      // Don't pass the event: the host's callback takes no arguments.
      <ActionButton key={part} part={part} variant={variant} label={label} onClick={() => go()} />
    ) : (
      []
    ),
  )
}
