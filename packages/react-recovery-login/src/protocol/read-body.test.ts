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

  /** A body that is read, what came of it, and its other end. */
  function open(isEnough?: (read: ReadBody) => boolean) {
    let wire: ReadableStreamDefaultController<Uint8Array>
    let cancelled = false
    const came: ReadBody[] = []
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => void (wire = controller),
      cancel: () => void (cancelled = true),
    })
    void readBody(new Response(stream), isEnough).then((read) => came.push(read))
    return {
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
      break: () => wire.error(new TypeError('terminated')),
    }
  }

  it('whole JSON is taken at once, and the line is let go after three seconds', async () => {
    const line = open()
    await line.send('{"a":')
    expect(line.came).toEqual([])
    await line.send('{}}')
    expect(line.came).toEqual([{ text: '{"a":{}}', whole: true }])
    await vi.advanceTimersByTimeAsync(2000)
    await line.send('\n')
    await vi.advanceTimersByTimeAsync(999)
    expect(line.wasCancelled()).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(line.wasCancelled()).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })

  it.each(['ends', 'breaks'])('a line that %s behind whole JSON is not cancelled', async (how) => {
    const line = open()
    await line.send('[]')
    if (how === 'ends') await line.end()
    else line.break()
    await vi.advanceTimersByTimeAsync(0)
    expect(vi.getTimerCount()).toBe(0)
    expect(line.wasCancelled()).toBe(false)
  })

  it('what is enough is given after three seconds without a byte, and the rest when it has come', async () => {
    const line = open(({ text }) => text.includes('b'))
    await line.send('{"a":')
    await vi.advanceTimersByTimeAsync(60_000)
    await line.send('"b"')
    await vi.advanceTimersByTimeAsync(2999)
    await line.send(',')
    await vi.advanceTimersByTimeAsync(2999)
    expect(line.came).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(line.came).toEqual([{ text: '{"a":"b",', whole: false, rest: expect.any(Promise) }])
    await vi.advanceTimersByTimeAsync(600_000)
    await line.send('"c":1}')
    expect(await line.came[0]?.rest).toEqual({ text: '{"a":"b","c":1}', whole: true })
    await line.end()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('what is enough may be nothing at all', async () => {
    const line = open(() => true)
    await vi.advanceTimersByTimeAsync(3000)
    expect(line.came).toEqual([{ text: '', whole: false, rest: expect.any(Promise) }])
  })

  it('anything else is waited for', async () => {
    const line = open()
    await line.send('<p>')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(line.came).toEqual([])
    await line.end()
    expect(line.came).toEqual([{ text: '<p>', whole: true }])
    expect(vi.getTimerCount()).toBe(0)
  })
})
