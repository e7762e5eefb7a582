import { englishLabels, type Labels } from 'react-recovery-login'
import { germanLabels } from 'react-recovery-login/labels/german'
import { pseudoLabels } from './pseudo-labels.ts'

/** The dictionary that the toolbar names. */
export function labelsOf(globals: { readonly locale?: unknown }): Labels {
  switch (globals.locale) {
    case 'german':
      return germanLabels
    case 'pseudo':
      return pseudoLabels
    default:
      return englishLabels
  }
}
