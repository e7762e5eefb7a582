import type { ReactElement } from 'react'
import type { Labels } from '../labels/english-labels.ts'
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
  const ways = [
    ['try-another', labels['form.tryAnother'], props.onTryAnotherMethod],
    ['code-missing', labels['form.codeMissing'], props.onCodeMissing],
    ['support', labels['form.support'], props.onSupport],
  ] as const
  if (ways.every(([, , go]) => go === undefined)) return null
  return (
    <div {...part('ways-out')}>
      {ways.map(
        ([name, label, go]) =>
          go && (
            <ActionButton
              key={name}
              {...part(name)}
              variant="quiet"
              label={label}
              slots={slots}
              onClick={() => go()}
            />
          ),
      )}
    </div>
  )
}
