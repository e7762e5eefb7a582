// The part of `redis` that the docs use: its own types need more than a consumer has.
declare module 'redis' {
  interface Client {
    on(event: 'error', listener: () => void): Client
    connect(): Promise<Client>
    sendCommand(command: string[]): Promise<unknown>
  }
  export function createClient(options: { url: string; disableOfflineQueue: boolean }): Client
}
