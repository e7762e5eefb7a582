import { createContext, useContext, type Context } from 'react'
import type { Labels, PartialLabels } from '../labels/labels.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { ClassNames, Slots } from './styled-props.ts'

/** What everything on one screen is drawn with: made by the screen, and handed down once. */
export interface Look<Part extends string = string> {
  readonly labels: Labels
  readonly slots: Slots
  /** Names a part for styles and adds the host's class for it. A method, so that a screen's own names are checked. */
  part(name: Part, className?: string): PartProps
}

interface PartProps {
  readonly 'data-rrl-part': string
  readonly className: string | undefined
}

const LookContext = createContext<Look | undefined>(undefined)

/** Around a screen. */
export const LookProvider: Context<Look | undefined>['Provider'] = LookContext.Provider

/** A screen's look, by what the host gave it. */
export function lookOf<Part extends string>({
  labels,
  slots = {},
  classNames,
}: {
  readonly labels?: PartialLabels | undefined
  readonly slots?: Slots | undefined
  readonly classNames?: ClassNames<Part> | undefined
}): Look<Part> {
  return {
    labels: resolveLabels(labels),
    slots,
    part(name, className) {
      const given = classNames?.[name]
      return {
        'data-rrl-part': name,
        className: className && given ? `${className} ${given}` : (given ?? className),
      }
    },
  }
}

/** The look of the screen around. @throws Error outside of a screen. */
export function useLook(): Look {
  const look = useContext(LookContext)
  if (look === undefined) throw new Error('Only a screen draws this: there is no LookProvider.')
  return look
}
