import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  /** Epoch milliseconds. */
  readonly expires: number
}

/** Where the library stores grants and access tokens: in the process, one store per server. */
export function createMemoryAdapter(): (model: string) => Adapter {
  const entries = new Map<string, Entry>()
  return (model) => ({
    async upsert(id, payload, expiresIn = Number.POSITIVE_INFINITY) {
      entries.set(`${model}:${id}`, { payload, expires: Date.now() + expiresIn * 1000 })
    },
    async find(id) {
      const entry = entries.get(`${model}:${id}`)
      return entry !== undefined && entry.expires > Date.now() ? entry.payload : undefined
    },
    async destroy(id) {
      entries.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key)
    },
    // For authorization codes, browser sessions and devices, which no grant here creates.
    async consume() {},
    async findByUid() {},
    async findByUserCode() {},
  })
}
