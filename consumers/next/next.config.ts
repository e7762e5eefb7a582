import type { NextConfig } from 'next'

// Next looks for a lockfile in the folders above the temporary one.
export default { turbopack: { root: import.meta.dirname } } satisfies NextConfig
