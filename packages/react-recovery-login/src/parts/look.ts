import { createContext, useContext, type Context, type ElementType } from 'react'
import type { Labels, PartialLabels } from '../labels/labels.ts'
import { resolveLabels } from '../labels/resolve-labels.ts'
import type { ClassNames, Slots } from './styled-props.ts'

/** What a screen's parts are drawn with, made by the screen and passed down by context. */
export interface Look<Part extends string = string> {
  readonly labels: Labels
  /** The host's elements, or the kit's. */
  readonly slots: { readonly [Name in keyof Slots]-?: ElementType }
  /**
   * The attributes that name a part for styles, with the host's class. A method, so that a screen's own part names are
   * checked.
   */
  part(name: Part, className?: string): PartProps
}

interface PartProps {
  readonly 'data-rrl-part': string
  readonly className: string | undefined
}

const LookContext = createContext<Look | undefined>(undefined)

/** Provides a screen's look to its parts. */
export const LookProvider: Context<Look | undefined>['Provider'] = LookContext.Provider

/** A screen's look, from the host's props. */
export function lookOf<Part extends string>({
  labels,
  slots,
  classNames,
}: {
  readonly labels?: PartialLabels | undefined
  readonly slots?: Slots | undefined
  readonly classNames?: ClassNames<Part> | undefined
}): Look<Part> {
  return {
    labels: resolveLabels(labels),
    slots: {
      Button: slots?.Button ?? 'button',
      Input: slots?.Input ?? 'input',
      Checkbox: slots?.Checkbox ?? 'input',
      Heading: slots?.Heading ?? 'h2',
    },
    part(name, className) {
      const given = classNames?.[name]
      return {
        'data-rrl-part': name,
        className: className && given ? `${className} ${given}` : (given ?? className),
      }
    },
  }
}

/** The look of the enclosing screen. @throws Error outside a screen. */
export function useLook(): Look {
  const look = useContext(LookContext)
  if (look === undefined)
    throw new Error('This part was rendered outside a screen: there is no LookProvider.')
  return look
}
