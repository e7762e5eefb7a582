import { createServer } from 'vite'
import react from '@vitejs/plugin-react'
import { fromSource } from '../scripts/from-source.ts'
import type { Contestant } from './contestants/contestant.ts'

/** Milliseconds for one `renderToString` of each contestant's first screen: the best of interleaved rounds. */
export async function serverRender(rounds: number): Promise<Record<string, number>> {
  const vite = await createServer({
    ...fromSource,
    root: import.meta.dirname,
    configFile: false,
    plugins: [react()],
    logLevel: 'error',
    mode: 'production',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const { renderAll } = (await vite.ssrLoadModule('./server-entry.tsx')) as {
      renderAll: (rounds: number) => Record<keyof Record<string, Contestant>, number>
    }
    return renderAll(rounds)
  } finally {
    await vite.close()
  }
}
