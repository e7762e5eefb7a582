import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readBody, type ReadBody } from './read-body.ts'

const utf8 = new TextEncoder()

it('an answer without a body is whole, and says nothing', async () => {
  expect(await readBody(new Response(null))).toEqual({ text: '', whole: true })
})

it('a body that somebody has read is not whole', async () => {
  const response = new Response('{}')
  await response.text()
  expect(await readBody(response)).toEqual({ text: '', whole: false })
})

it.each([
  ['an object', '{"a":1}', true],
  ['an object with line breaks behind it', '{"a":1}\r\n', true],
  ['a list', '[1]', true],
  ['a page', '<p>No</p>', true],
  ['an object without its end', ' {"a":"}', false],
  ['a list without its end', '[1', false],
  ['an object and something behind it', '{"a":1}<p>', false],
])('%s: whole is %s', async (_what, text, whole) => {
  expect(await readBody(new Response(text))).toEqual({ text, whole })
})

describe('of a line that stays open', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A body that is read, what was told of it, what came of it, and its other end. */
  function open() {
    let wire: ReadableStreamDefaultController<Uint8Array>
    let cancelled = false
    const stalled: ReadBody[] = []
    const came: ReadBody[] = []
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => void (wire = controller),
      cancel: () => void (cancelled = true),
    })
    const body = readBody(new Response(stream), (read) => void stalled.push(read))
    void body.then((read) => came.push(read))
    return {
      stalled,
      came,
      wasCancelled: () => cancelled,
      async send(text: string) {
        wire.enqueue(utf8.encode(text))
        await vi.advanceTimersByTimeAsync(0)
      },
      async end() {
        wire.close()
        await vi.advanceTimersByTimeAsync(0)
      },
      async break() {
        wire.error(new TypeError('terminated'))
        await vi.advanceTimersByTimeAsync(0)
      },
    }
  }

  it('whole JSON is taken at once, and the line is let go after three seconds without a byte', async () => {
    const line = open()
    await line.send('{"a":')
    expect(line.came).toEqual([])
    await line.send('{}}')
    expect(line.came).toEqual([{ text: '{"a":{}}', whole: true }])
    await vi.advanceTimersByTimeAsync(2999)
    await line.send('\n')
    await vi.advanceTimersByTimeAsync(2999)
    expect(line.wasCancelled()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(line.wasCancelled()).toBe(true)
    expect(line.stalled).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('a line that goes on and on behind whole JSON is let go', async () => {
    const line = open()
    await line.send('[]')
    await line.send(' '.repeat(64 * 1024))
    expect(line.wasCancelled()).toBe(true)
    expect(line.came).toEqual([{ text: '[]', whole: true }])
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each(['end', 'break'] as const)(
    'what comes to an %s behind whole JSON is not cancelled',
    async (how) => {
      const line = open()
      await line.send('[]')
      await line[how]()
      expect(vi.getTimerCount()).toBe(0)
      expect(line.wasCancelled()).toBe(false)
    },
  )

  it('what has arrived is told after each three seconds without a byte, and it is read on', async () => {
    const line = open()
    await vi.advanceTimersByTimeAsync(3000)
    expect(line.stalled.splice(0)).toEqual([{ text: '', whole: false }])
    await vi.advanceTimersByTimeAsync(60_000)
    await line.send('{"a":')
    await vi.advanceTimersByTimeAsync(2999)
    await line.send('"b",')
    await vi.advanceTimersByTimeAsync(2999)
    expect(line.stalled).toEqual([])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(line.stalled).toEqual([{ text: '{"a":"b",', whole: false }])
    expect(line.came).toEqual([])
    await line.send('"c":1}')
    expect(line.came).toEqual([{ text: '{"a":"b","c":1}', whole: true }])
    await line.end()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('nobody needs to be told', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>()
    const body = readBody(new Response(readable))
    await vi.advanceTimersByTimeAsync(3000)
    const writer = writable.getWriter()
    void writer.write(utf8.encode('[]'))
    expect(await body).toEqual({ text: '[]', whole: true })
    await writer.close()
  })

  it('where it breaks, no timer is left', async () => {
    const line = open()
    await line.send('<p>')
    await line.break()
    expect(line.came).toEqual([{ text: '<p>', whole: false }])
    expect(vi.getTimerCount()).toBe(0)
  })
})

it.each<[what: string, answer: object, text: string, whole: boolean]>([
  ['`json()` alone', { json: async () => ({ a: 1 }) }, '{"a":1}', true],
  ['`text()` alone', { text: async () => '{"a":1}' }, '{"a":1}', true],
  ['`text()` of half an object', { text: async () => '{"a":' }, '{"a":', false],
  ['a body that is not a stream', { body: {}, text: async () => '[1]' }, '[1]', true],
  ['a text with a bracket in it', { text: async () => 'No [1' }, 'No [1', true],
  ['nothing that can be read', {}, '', false],
])('an answer with %s', async (_what, answer, text, whole) => {
  expect(await readBody(answer as Response)).toEqual({ text, whole })
})

it('JSON with a line break after it is taken before the connection ends', async () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>()
  const writer = writable.getWriter()
  void writer.write(utf8.encode('[1]\r\n'))
  expect(await readBody(new Response(readable))).toEqual({ text: '[1]\r\n', whole: true })
  await writer.close()
})
