import { getResponse } from 'msw'
import type { Scenario } from './recovery-code-scenario.ts'

/** The part of Playwright's `Route` that is used, so this entry point needs no Playwright. */
export interface PlaywrightRoute {
  request(): {
    url(): string
    method(): string
    headers(): Readonly<Record<string, string>>
    postData(): string | null
  }
  fulfill(answer: {
    readonly status: number
    readonly headers: Record<string, string>
    readonly body: string
  }): Promise<void>
  abort(): Promise<void>
  fallback(): Promise<void>
}

/**
 * Answers a Playwright route as a scenario would: a request it ignores falls back to your other routes, a broken
 * connection is an aborted request, and in `never-answers` it does not resolve. A route can't break off in its body, so
 * in `cut-off` the answer ends after the new code.
 *
 * @example
 * const scenario = recoveryCodeScenario('success', { endpoint: '/login/recovery-code', mfaToken: 'h' })
 * await page.route(scenario.url, (route) => answerRoute(route, scenario))
 * @see https://playwright.dev/docs/api/class-page#page-route
 */
export async function answerRoute(
  route: PlaywrightRoute,
  { handlers }: Pick<Scenario, 'handlers'>,
): Promise<void> {
  const asked = route.request()
  const request = new Request(asked.url(), {
    method: asked.method(),
    headers: asked.headers(),
    body: asked.postData(),
  })
  // An endpoint that is a path is on the page's own server.
  const baseUrl = new URL(asked.url()).origin
  const response = await getResponse([...handlers], request, { baseUrl })
  if (response === undefined) return route.fallback()
  if (response.type === 'error') return route.abort()
  // The length of a cut-off answer promises more than is sent here.
  response.headers.delete('content-length')
  // CORS would hide it; msw in a page does not.
  response.headers.set('access-control-expose-headers', 'retry-after')
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await readUpToTheBreak(response),
  })
}

async function readUpToTheBreak(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const bytes of response.body ?? []) text += decoder.decode(bytes, { stream: true })
  } catch {
    // It broke off here.
  }
  return text
}
