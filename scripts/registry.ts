import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder with the registry's sources and the registry.json that lists them. */
export const registryFolder: string = join(import.meta.dirname, '../registry')

interface RegistryFile {
  readonly path: string
  readonly type: string
}

/** An item of a shadcn/ui registry. */
export interface RegistryItem {
  readonly name: string
  readonly dependencies: readonly string[]
  readonly files: readonly RegistryFile[]
}

/** The items of registry.json, as written. */
export function listRegistryItems(): readonly RegistryItem[] {
  return JSON.parse(readFileSync(join(registryFolder, 'registry.json'), 'utf8')).items
}

/**
 * An item with its files' text: the JSON that `shadcn add` reads.
 *
 * @see https://ui.shadcn.com/docs/registry/registry-item-json
 */
export function buildRegistryItem(item: RegistryItem): string {
  const files = item.files.map((file) => ({
    ...file,
    content: readFileSync(join(registryFolder, file.path), 'utf8'),
  }))
  const $schema = 'https://ui.shadcn.com/schema/registry-item.json'
  return `${JSON.stringify({ $schema, ...item, files }, null, 2)}\n`
}
