import type { SentRecoveryCode } from '../protocol/send-recovery-code.ts'
import { lookForAnswer } from './look-for-answer.ts'
import type { FlowEvent } from './next-state.ts'
import type { Answered } from './send-once.ts'

type Found = Answered | undefined

/** Looks for lost answers at the handler, if it may hold them. */
export interface Looker {
  /** Whether a request's answer may be held: until its handler has refused a look; never without a handler. */
  mayHold(request: SentRecoveryCode): boolean
  /**
   * One search at a time for a request: a second call gets the first one's result.
   *
   * @param isWanted Whether to go on.
   * @returns The answer, if it was found.
   */
  find(request: SentRecoveryCode, isWanted: () => boolean): Promise<Found>
}

/** Milliseconds. A handler that holds nothing has refused a look by then, and the screen stays as it is. */
const SHOW = 500

/** @param dispatch Shows whether it looks. */
export function createLooker(dispatch: (event: FlowEvent) => void): Looker {
  let refused = false
  let search: { readonly request: SentRecoveryCode; readonly found: Promise<Found> } | undefined
  const mayHold = ({ transport }: SentRecoveryCode) => !refused && transport.endpoint !== undefined
  return {
    mayHold,
    async find(request, isWanted) {
      if (!mayHold(request)) return undefined
      if (search?.request !== request) search = { request, found: look(request, isWanted) }
      // The step may have changed since it began.
      else dispatch({ type: 'looking', looking: true })
      return search.found
    },
  }

  async function look(request: SentRecoveryCode, isWanted: () => boolean): Promise<Found> {
    const show = (looking: boolean | undefined) => {
      if (isWanted()) dispatch({ type: 'looking', looking })
    }
    const showing = setTimeout(() => show(true), SHOW)
    const found = await lookForAnswer(request, isWanted)
    clearTimeout(showing)
    if (search?.request === request) search = undefined
    refused ||= found === 'holds-nothing'
    show(refused ? undefined : false)
    return typeof found === 'object' ? found : undefined
  }
}
