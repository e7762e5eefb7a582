import { expect, it } from 'vitest'
import { proves } from '../faults/runs.ts'
import { distFiles } from './in-consumer.ts'

/** Types that only the kit creates: their members, if present, have a value. */
const results = ['read-verification', 'form-message', 'save-message', 'challenge-message-content']

/** Each optional member of a declaration, and its type without anything in brackets. */
function optionalMembers(declaration: string): { name: string; type: string }[] {
  const text = declaration.replaceAll(/\/\*.*?\*\//gs, '').replaceAll('=>', '->')
  const members = text.matchAll(/^\s*(?:readonly )?(?<name>\w+)\?: /gm)
  return Array.from(members, ({ 0: head, index, groups }) => {
    const [type = ''] = outside(text.slice(index + head.length)).split(';')
    return { name: groups?.['name'] ?? '', type }
  })
}

function outside(text: string): string {
  const without = text.replaceAll(/\([^()]*\)|\{[^{}]*\}|(?<!-)<[^<>]*>/g, '')
  return without === text ? text : outside(without)
}

const declared = distFiles('.d.ts')
  .filter(({ file }) => !results.some((name) => file.endsWith(`/${name}.d.ts`)))
  .flatMap(({ file, text }) =>
    optionalMembers(text).map((member) => ({
      member: `${file}: ${member.name}`,
      type: member.type,
    })),
  )

it('L16 every optional member that a host can pass takes an explicit undefined', (context) => {
  // ReactNode includes undefined.
  const takes = /^(?:undefined|ReactNode)$|\| undefined$/
  const refuse = declared.filter(({ type }) => !takes.test(type) || type.includes('->'))
  // `password` is refused by name.
  expect(declared.length).toBeGreaterThan(80)
  expect(refuse.map(({ member }) => member)).toEqual(['protocol/transport.d.ts: password'])
  proves(context, [], `${declared.length} members`)
})

it('L16 no type makes members optional with Partial, which refuses undefined', () => {
  const partial = distFiles('.d.ts').filter(({ text }) =>
    // `never` has no values to pass.
    /\bPartial<(?!Record<[^>]*, never>>)/.test(text),
  )
  expect(partial.map(({ file }) => file)).toEqual([])
})
