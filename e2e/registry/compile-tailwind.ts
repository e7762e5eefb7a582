import { join } from 'node:path'
import tailwind from '@tailwindcss/vite'
import { build } from 'vite'
import { registryFolder } from '../../scripts/registry.ts'

/** The stylesheet of an app with Tailwind 4, shadcn's variables and the registry's sources. */
export async function compileTailwind(): Promise<string> {
  const result = await build({
    configFile: false,
    // Tailwind scans it for classes.
    root: registryFolder,
    logLevel: 'silent',
    plugins: [tailwind()],
    build: {
      write: false,
      rolldownOptions: {
        input: join(import.meta.dirname, '../../consumers/shadcn/src/index.css'),
      },
    },
  })
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []))
  const sheet = outputs.find(({ fileName }) => fileName.endsWith('.css'))
  if (sheet?.type !== 'asset') throw new Error('Tailwind gave no stylesheet.')
  return String(sheet.source)
}
