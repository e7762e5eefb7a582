import { HttpResponse } from 'msw'
import { codeRejected, refusal } from './refusal.ts'
import type { HeldScenarioName, ScenarioName } from './scenario-name.ts'
import type { Success } from './success.ts'

/** A request with the code of an answer that was given before. */
type Repeat = (held: Success, repeat: string | null) => Response

const found: Repeat = (held) => HttpResponse.json(held)

/** Written by hand, like the outcomes: how a handler with held answers treats the same request. */
const repeats: Readonly<Record<HeldScenarioName, Repeat>> = {
  held: found,
  'lost-found': found,
  'lost-looking': () => refusal(503, 'server_error', undefined, { 'retry-after': '2' }),
  'lost-not-found': (_held, repeat) =>
    repeat === 'send' ? codeRejected() : refusal(502, 'server_error'),
}

/** Undefined if the scenario's handler holds nothing. */
export function repeatOf(name: ScenarioName): Repeat | undefined {
  return name in repeats ? repeats[name as HeldScenarioName] : undefined
}
