import { dehydrate, type QueryClient } from '@tanstack/react-query'
import { onTestFinished, vi } from 'vitest'
import { findCanaries, type CanaryName } from '../canaries.ts'
import { reported, said, type SignIn } from './harness.tsx'

/** Where no secret may ever be: places that outlive a screen, or are read by others. */
export const sinkNames = [
  'localStorage',
  'sessionStorage',
  'IndexedDB',
  'cookies',
  'location and history',
  'console',
  'errors',
  'query and mutation caches',
  'attributes',
  'title, names and live regions',
  'events',
  'request addresses, headers and options',
] as const

type SinkName = (typeof sinkNames)[number]

export interface Sinks {
  /** Watches a page: its events, its requests, and its client's cache. */
  watch(sign: SignIn, client?: QueryClient): void
  /** Records an error that a page was shown. */
  see(error: unknown): void
  /** What anyone wrote to storage and cookies. */
  writes(): readonly unknown[]
  /** The canaries found in each sink since the last sweep: empty if all is well. */
  sweep(): Partial<Record<SinkName, readonly CanaryName[]>>
}

/** Watches all twelve until the end of the test. */
export function openSinks(): Sinks {
  const seen = newRecord()
  const attributes = new Set<string>()
  let watched: { sign: SignIn; client: QueryClient | undefined }[] = []

  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, ...item) {
    seen[this === localStorage ? 'localStorage' : 'sessionStorage'].push(item)
  })
  // jsdom has none, so this records any access.
  vi.stubGlobal('indexedDB', { open: (...name: unknown[]) => void seen.IndexedDB.push(name) })
  vi.spyOn(document, 'cookie', 'set').mockImplementation((cookie) => void seen.cookies.push(cookie))
  for (const method of ['pushState', 'replaceState'] as const)
    vi.spyOn(history, method).mockImplementation(
      (...state) => void seen['location and history'].push(state),
    )

  const look = (records: readonly MutationRecord[]) => {
    for (const { target, oldValue, addedNodes } of records) {
      if (oldValue !== null) attributes.add(oldValue)
      for (const node of [target, ...addedNodes])
        for (const value of attributesOf(node)) attributes.add(value)
    }
  }
  const observer = new MutationObserver(look)
  onTestFinished(() => observer.disconnect())
  observer.observe(document, {
    attributes: true,
    attributeOldValue: true,
    childList: true,
    subtree: true,
  })

  return {
    watch(sign, client) {
      watched.push({ sign, client })
      for (const cache of [client?.getMutationCache(), client?.getQueryCache()])
        cache?.subscribe((event) => {
          const { type } = event
          const { state, options, meta } =
            'mutation' in event && event.mutation ? event.mutation : {}
          seen['query and mutation caches'].push({ type, state, meta, options: { ...options } })
        })
    },
    see: (error) => void seen.errors.push(error),
    writes: () => [seen.localStorage, seen.sessionStorage, seen.IndexedDB, seen.cookies].flat(),
    sweep() {
      look(observer.takeRecords())
      const all = { shouldDehydrateMutation: () => true, shouldDehydrateQuery: () => true }
      const now: Record<SinkName, unknown> = {
        localStorage: { ...localStorage },
        sessionStorage: { ...sessionStorage },
        IndexedDB: undefined,
        cookies: document.cookie,
        'location and history': [location.href, history.state],
        console: said,
        errors: reported,
        'query and mutation caches': watched.map(({ client }) => client && dehydrate(client, all)),
        attributes: [...attributes, ...attributesOf(document.documentElement)].join('\n'),
        'title, names and live regions': [document.title, textWithoutTheCode(), liveText()].join(
          '\n',
        ),
        events: watched.map(({ sign }) => sign.events),
        'request addresses, headers and options': watched.map(({ sign }) => sign.wire.requests),
      }
      const found = sinkNames.map(
        (name) => [name, [...findCanaries(seen[name]), ...findCanaries(now[name])]] as const,
      )
      for (const name of sinkNames) seen[name].length = 0
      attributes.clear()
      watched = []
      return Object.fromEntries(found.filter(([, names]) => names.length > 0))
    },
  }
}

function newRecord() {
  return Object.fromEntries(sinkNames.map((name) => [name, [] as unknown[]])) as Record<
    SinkName,
    unknown[]
  >
}

function attributesOf(node: Node): string[] {
  if (!(node instanceof Element)) return []
  return [node, ...node.querySelectorAll('*')].flatMap((element) =>
    Array.from(element.attributes, ({ name, value }) => `${name}=${value}`),
  )
}

/** All text of the page except the element with the new code. Accessible names come from text and attributes. */
function textWithoutTheCode(): string {
  const page = document.body.cloneNode(true) as HTMLElement
  for (const code of page.querySelectorAll('[data-rrl-part="code"]')) code.remove()
  return page.textContent
}

/** What is announced unprompted: the new code must not be in there either. */
function liveText(): string {
  const live = '[aria-live], [role="status"], [role="alert"], [role="timer"]'
  return Array.from(document.querySelectorAll(live), (region) => region.textContent).join('\n')
}
