import type { NextConfig } from 'next'

// The temporary folder is below others, and Next looks there for a lockfile.
export default { turbopack: { root: import.meta.dirname } } satisfies NextConfig
