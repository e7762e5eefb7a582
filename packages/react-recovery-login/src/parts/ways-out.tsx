import type { ReactElement } from 'react'
import type { Labels } from '../labels/labels.ts'
import { ActionButton } from './action-button.tsx'
import type { PartProps, Slots } from './styled-props.ts'

export interface WaysOutProps {
  readonly labels: Labels
  readonly part: PartProps<'ways-out' | 'try-another' | 'code-missing' | 'support'>
  readonly slots: Slots | undefined
  readonly onTryAnotherMethod?: (() => void) | undefined
  readonly onCodeMissing?: (() => void) | undefined
  readonly onSupport?: (() => void) | undefined
}

/** The other ways on; each is there where the host gives it. */
export function WaysOut(props: WaysOutProps): ReactElement | null {
  const { labels, part, slots } = props
  const buttons = wayButtons(
    [
      ['try-another', labels['form.tryAnother'], props.onTryAnotherMethod],
      ['code-missing', labels['form.codeMissing'], props.onCodeMissing],
      ['support', labels['form.support'], props.onSupport],
    ],
    'quiet',
    part,
    slots,
  )
  return buttons.length > 0 ? <div {...part('ways-out')}>{buttons}</div> : null
}

/** A button for each way that has a label and that the host gives. */
export function wayButtons<Part extends string>(
  ways: readonly (readonly [name: Part, label: string | undefined, go: (() => void) | undefined])[],
  variant: 'primary' | 'quiet',
  part: PartProps<Part>,
  slots: Slots | undefined,
): ReactElement[] {
  return ways.flatMap(([name, label, go]) =>
    label !== undefined && go ? (
      <ActionButton
        key={name}
        {...part(name)}
        variant={variant}
        label={label}
        slots={slots}
        onClick={() => go()}
      />
    ) : (
      []
    ),
  )
}
