import { expect, it } from 'vitest'
import { splitMarkedRun } from './split-marked-run.ts'

it.each([
  ['Old. [New.] Last.', { before: 'Old. ', marked: 'New.', after: ' Last.' }],
  ['[All of it]', { before: '', marked: 'All of it', after: '' }],
  ['Nothing', { before: 'Nothing', marked: '', after: '' }],
  ['', { before: '', marked: '', after: '' }],
  [
    'Look for [codes [2].txt] there',
    { before: 'Look for ', marked: 'codes [2].txt', after: ' there' },
  ],
  ['Open [ only', { before: 'Open [ only', marked: '', after: '' }],
  ['Turned ] [ round', { before: 'Turned ] [ round', marked: '', after: '' }],
])('splits %j', (text, parts) => {
  expect(splitMarkedRun(text)).toEqual(parts)
})
