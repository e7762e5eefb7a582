import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readBody, type ReadBody } from './read-body.ts'

const utf8 = new TextEncoder()

it('an answer without a body is whole and empty', async () => {
  expect(await readBody(new Response(null))).toEqual({ text: '', whole: true })
})

it('a body that was already read is not whole', async () => {
  const response = new Response('{}')
  await response.text()
  expect(await readBody(response)).toEqual({ text: '', whole: false })
})

it.each([
  ['an object', '{"a":1}', true],
  ['an object with trailing connection breaks', '{"a":1}\r\n', true],
  ['a list', '[1]', true],
  ['a page', '<p>No</p>', true],
  ['an unfinished object', ' {"a":"}', false],
  ['an unfinished list', '[1', false],
  ['an object with trailing text', '{"a":1}<p>', false],
])('%s: whole is %s', async (_what, text, whole) => {
  expect(await readBody(new Response(text))).toEqual({ text, whole })
})

describe('on a connection that stays open', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A body being read, with the calls of `stalled`, the results, and its other end. */
  function open() {
    let wire: ReadableStreamDefaultController<Uint8Array>
    let cancelled = false
    const stalled: ReadBody[] = []
    const results: ReadBody[] = []
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => void (wire = controller),
      cancel: () => void (cancelled = true),
    })
    const body = readBody(new Response(stream), (read) => void stalled.push(read))
    void body.then((read) => results.push(read))
    return {
      stalled,
      results,
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

  it('resolves whole JSON at once, and cancels after three seconds without a byte', async () => {
    const connection = open()
    await connection.send('{"a":')
    expect(connection.results).toEqual([])
    await connection.send('{}}')
    expect(connection.results).toEqual([{ text: '{"a":{}}', whole: true }])
    await vi.advanceTimersByTimeAsync(2999)
    await connection.send('\n')
    await vi.advanceTimersByTimeAsync(2999)
    expect(connection.wasCancelled()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(connection.wasCancelled()).toBe(true)
    expect(connection.stalled).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('cancels a stream that goes on and on after whole JSON', async () => {
    const connection = open()
    await connection.send('[]')
    await connection.send(' '.repeat(64 * 1024))
    expect(connection.wasCancelled()).toBe(true)
    expect(connection.results).toEqual([{ text: '[]', whole: true }])
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each(['end', 'break'] as const)(
    'does not cancel a stream that comes to an %s after whole JSON',
    async (how) => {
      const connection = open()
      await connection.send('[]')
      await connection[how]()
      expect(vi.getTimerCount()).toBe(0)
      expect(connection.wasCancelled()).toBe(false)
    },
  )

  it('reports what has arrived after every three seconds without a byte, and reads on', async () => {
    const connection = open()
    await vi.advanceTimersByTimeAsync(3000)
    expect(connection.stalled.splice(0)).toEqual([{ text: '', whole: false }])
    await vi.advanceTimersByTimeAsync(60_000)
    await connection.send('{"a":')
    await vi.advanceTimersByTimeAsync(2999)
    await connection.send('"b",')
    await vi.advanceTimersByTimeAsync(2999)
    expect(connection.stalled).toEqual([])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(connection.stalled).toEqual([{ text: '{"a":"b",', whole: false }])
    expect(connection.results).toEqual([])
    await connection.send('"c":1}')
    expect(connection.results).toEqual([{ text: '{"a":"b","c":1}', whole: true }])
    await connection.end()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('needs no stalled callback', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>()
    const body = readBody(new Response(readable))
    await vi.advanceTimersByTimeAsync(3000)
    const writer = writable.getWriter()
    void writer.write(utf8.encode('[]'))
    expect(await body).toEqual({ text: '[]', whole: true })
    await writer.close()
  })

  it('leaves no timer if it breaks', async () => {
    const connection = open()
    await connection.send('<p>')
    await connection.break()
    expect(connection.results).toEqual([{ text: '<p>', whole: false }])
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
