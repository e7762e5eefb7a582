import type { Page } from 'playwright'

/** Collects what the page writes to its console. */
export function collectLog(page: Page): string[] {
  const log: string[] = []
  page.on('console', (message) => log.push(message.text()))
  page.on('pageerror', (error) => log.push(String(error.stack)))
  return log
}

/**
 * The places where a secret appears, by any eight characters of it in upper or lower case: address, history, storage,
 * cookies, attributes, text (except the new code's own element and the demo's list of accounts), and the query client's
 * caches.
 */
export async function findSecrets(
  page: Page,
  secrets: Readonly<Record<string, string>>,
  log: readonly string[],
): Promise<string[]> {
  const places = {
    ...(await page.evaluate(readPlaces)),
    cookies: JSON.stringify(await page.context().cookies()),
    log: log.join('\n'),
  }
  return Object.entries(places).flatMap(([place, text]) =>
    Object.entries(secrets)
      .filter(([, secret]) => givesAway(text.toUpperCase(), secret.toUpperCase()))
      .map(([name]) => `${name} in ${place}`),
  )
}

function givesAway(text: string, whole: string): boolean {
  // Without the JWT header: the sealed cookie also starts with `{"alg":`.
  const secret = whole.replace(/^EYJ[\w-]+\./, '')
  for (let start = 0; start + 8 <= secret.length; start += 1)
    if (text.includes(secret.slice(start, start + 8))) return true
  return false
}

/** Runs in the page. */
async function readPlaces(): Promise<Record<string, string>> {
  const elements = [...document.querySelectorAll('*')]
  const attributes = elements.flatMap((element) =>
    [...element.attributes].map(({ name, value }) => `${name}=${value}`),
  )
  const shown = document.body.cloneNode(true) as HTMLElement
  for (const own of shown.querySelectorAll('[role="group"], aside')) own.remove()
  const databases = await indexedDB.databases()
  const stored = await caches.keys()
  // The client keeps its caches in private members.
  const queries = window.queryClient?.getQueryCache().getAll()
  const mutations = window.queryClient?.getMutationCache().getAll()
  return {
    address: `${location.href} ${document.referrer} ${window.name} ${document.title}`,
    history: JSON.stringify(history.state),
    storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, stored]),
    attributes: attributes.join('\n'),
    text: shown.textContent ?? '',
    caches: strings([queries, mutations]).join('\n'),
  }

  /** Every reachable string, including class members. */
  function strings(value: unknown, seen = new Set<unknown>()): string[] {
    if (typeof value === 'string') return [value]
    if (typeof value !== 'object' || value === null || seen.has(value)) return []
    seen.add(value)
    const entries = value instanceof Map || value instanceof Set ? [...value] : []
    const members = Reflect.ownKeys(value).flatMap((key) => [String(key), Reflect.get(value, key)])
    return [...entries, ...members].flatMap((member) => strings(member, seen))
  }
}
