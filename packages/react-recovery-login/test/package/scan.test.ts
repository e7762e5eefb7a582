import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { distFiles } from './in-consumer.ts'

// Without comments, which may say why something is not used.
const code = distFiles('.js').map(({ file, text }) => ({ file, text: transformSync(text).code }))

it.each([
  [
    'G17 keeps nothing in storage',
    /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|caches)\b/,
  ],
  ['G17 reads and writes no cookie', /\.cookie\b/],
  [
    'G17 turns no text into markup',
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
  ],
  ['G17 runs no text as code', /\b(?:eval|Function)\(/],
  ['G17 writes nothing to the console', /\bconsole\b/],
  [
    'G17 puts nothing into the URL',
    /\b(?:location\.(?:assign|replace|hash|search)\b|location(?:\.href)? = |pushState|replaceState)/,
  ],
  ['A11 sends by nothing but fetch', /\b(?:sendBeacon|XMLHttpRequest|WebSocket|EventSource)\b/],
])('%s', (_, forbidden) => {
  expect(code.filter(({ text }) => forbidden.test(text)).map(({ file }) => file)).toEqual([])
})

it('L11 has no bare side-effect imports: bundlers would warn in every app', () => {
  const bare = code.filter(({ text }) => /^import "(?!.*\.css)/m.test(text))
  expect(bare.map(({ file }) => file)).toEqual([])
})

it('G17 names the client secret only in the server entry point', () => {
  const secret = /client_secret|clientSecret|client_assertion|clientAssertion/
  const named = code.filter(({ text }) => secret.test(text)).map(({ file }) => file)
  expect(named.filter((file) => !file.startsWith('server/'))).toEqual([])
})

it('A11 sends from two places: the POST, and the availability query', () => {
  const sends = code.filter(({ text }) => /(?:\?\?|=) fetch\b/.test(text)).map(({ file }) => file)
  expect(sends.filter((file) => !file.startsWith('server/')).toSorted()).toEqual([
    'protocol/list-authenticators.js',
    'protocol/post-form.js',
  ])
})

it('A11 only a receipt outlives the page: it holds no code and no token', () => {
  const outlives = code.filter(({ text }) => /\bkeepalive\b/.test(text))
  expect(outlives.map(({ file }) => file)).toEqual(['protocol/confirm-held-answer.js'])
})

it('A11 asks again in one place only: a look, which is never sent upstream', () => {
  const looks = code.filter(({ text }) => /repeat: "look"/.test(text)).map(({ file }) => file)
  expect(looks).toEqual(['challenge/look-for-answer.js'])
})

it('A11 retries in only one place: the availability query, which spends nothing', () => {
  const found = (pattern: RegExp) =>
    code.flatMap(({ file, text }) =>
      (text.match(pattern) ?? []).map((match) => `${file}: ${match}`),
    )
  const availability = 'challenge/use-recovery-code-availability.js'
  const queries = found(/\buse(?:Suspense|Infinite|Mutation)?Quer(?:y|ies)\b|\buseMutation\b/g)
  expect([...new Set(queries)]).toEqual([`${availability}: useQuery`])
  expect(found(/\bretry: .*?(?=[,}\n])/g).toSorted()).toEqual([
    'challenge/mirror-attempt.js: retry: false',
    `${availability}: retry: 2`,
  ])
})
