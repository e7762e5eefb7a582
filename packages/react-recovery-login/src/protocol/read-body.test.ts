import { expect, it } from 'vitest'
import { readBody } from './read-body.ts'

it('an answer without a body is whole, and says nothing', async () => {
  expect(await readBody(new Response(null))).toEqual({ text: '', broken: false })
})

it('a body that somebody has read is broken', async () => {
  const response = new Response('{}')
  await response.text()
  expect(await readBody(response)).toEqual({ text: '', broken: true })
})
