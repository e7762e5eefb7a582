import type { Fault } from '#test/fault-server/fault-server.ts'

/** The server does its work, but its answer is held until released. */
export function lateAnswer(): { readonly fault: Fault; readonly letGo: () => void } {
  let letGo = () => {}
  const released = new Promise<void>((resolve) => (letGo = resolve))
  return {
    async fault({ serve, response }) {
      const body = await serve()
      await released
      response.end(body)
    },
    letGo,
  }
}
