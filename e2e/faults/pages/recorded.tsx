import { record, type eventWithTime } from 'rrweb'
import { offerKit } from './kit.tsx'

declare global {
  interface Window {
    readonly recorded: eventWithTime[]
  }
}

const recorded: eventWithTime[] = []
Object.assign(window, { recorded })
record({ emit: (event) => void recorded.push(event) })
offerKit()
