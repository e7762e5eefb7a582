import { transformSync } from 'esbuild'
import { expect, it } from 'vitest'
import { distFiles } from './in-consumer.ts'

// Without the comments, which may say why a thing is not used.
const code = distFiles('.js').map(({ file, text }) => ({ file, text: transformSync(text).code }))

it.each([
  [
    'keeps nothing in storage (G17)',
    /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|caches)\b/,
  ],
  ['reads and writes no cookie (G17)', /\.cookie\b/],
  [
    'makes no markup of text (G17)',
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/,
  ],
  ['runs no text as code (G17)', /\b(?:eval|Function)\(/],
  ['writes nothing to the console (G17)', /\bconsole\b/],
  [
    'puts nothing into the address (G17)',
    /\b(?:location\.(?:assign|replace|hash|search)\b|location(?:\.href)? = |pushState|replaceState)/,
  ],
  [
    'sends nothing that outlives the page (A11)',
    /\b(?:keepalive|sendBeacon|XMLHttpRequest|WebSocket|EventSource)\b/,
  ],
])('%s', (_, forbidden) => {
  expect(code.filter(({ text }) => forbidden.test(text)).map(({ file }) => file)).toEqual([])
})

it('names the client secret in the server door alone (G17)', () => {
  const secret = /client_secret|clientSecret|client_assertion|clientAssertion/
  const named = code.filter(({ text }) => secret.test(text)).map(({ file }) => file)
  expect(named.filter((file) => !file.startsWith('server/'))).toEqual([])
})

it('has two places that send: the one POST, and the availability query (A11)', () => {
  const sends = code.filter(({ text }) => /(?:\?\?|=) fetch\b/.test(text)).map(({ file }) => file)
  expect(sends.filter((file) => !file.startsWith('server/')).toSorted()).toEqual([
    'protocol/list-authenticators.js',
    'protocol/verify-recovery-code.js',
  ])
})
