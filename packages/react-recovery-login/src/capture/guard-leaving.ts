import { listen } from '../host/listen.ts'

/** Holders of something unsaved: the page's sign-ins, an enrolment. */
const unsaved = new Set<unknown>()
let release: (() => void) | undefined

/**
 * The browser's own "Leave site?", one for the whole page, while anyone has something to lose. Kept as briefly as
 * possible: browsers ask only after an interaction, phones may not ask at all, and a listener keeps the page out of the
 * back/forward cache.
 *
 * @param asks Whether this holder has something to lose now.
 */
export function guardLeaving(holder: unknown, asks: boolean): void {
  if (asks) unsaved.add(holder)
  else unsaved.delete(holder)
  if (unsaved.size > 0) release ??= listen('beforeunload', (event) => event.preventDefault())
  else {
    release?.()
    release = undefined
  }
}
