import { createStore, type Store } from '../host/create-store.ts'
import { PROMPT, type FlowState } from './flow-state.ts'
import { nextState, type FlowEvent } from './next-state.ts'

/** The state of one sign-in. */
export interface FlowStore extends Pick<Store<FlowState>, 'read' | 'subscribe' | 'hasListeners'> {
  transition(next: FlowState): void
  dispatch(event: FlowEvent): void
}

/** @param onChange Called before any listener. */
export function createFlowStore(onChange: (state: FlowState) => void): FlowStore {
  const { read, subscribe, set, notify, hasListeners } = createStore(PROMPT)
  const transition = (next: FlowState) => {
    if (next === read()) return
    set(next)
    onChange(next)
    notify()
  }
  const dispatch = (event: FlowEvent) => transition(nextState(read(), event))
  return { read, subscribe, hasListeners, transition, dispatch }
}
