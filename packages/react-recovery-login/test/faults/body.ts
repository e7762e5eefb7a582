export type Chunk = Uint8Array<ArrayBuffer>

/** How much of a body was read. */
export interface Pulled {
  bytes: number
  cancelled: boolean
}

/** An answer whose body yields its chunks on demand, then ends or breaks off. */
export function answerInChunks(
  chunks: readonly Chunk[],
  end: 'breaks' | 'closes',
  status = 200,
): { readonly response: Response; readonly pulled: Pulled } {
  const pulled: Pulled = { bytes: 0, cancelled: false }
  const rest = chunks.values()
  const stream = new ReadableStream<Chunk>(
    {
      pull(controller) {
        const { value, done } = rest.next()
        if (!done) {
          pulled.bytes += value.byteLength
          controller.enqueue(value)
        } else if (end === 'closes') controller.close()
        else controller.error(new TypeError('terminated'))
      },
      cancel() {
        pulled.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { response: new Response(stream, { status }), pulled }
}

/** A body that has started. */
export interface Line {
  send(text: string): void
  end(): void
  cut(): void
}

/** An answer whose body starts with this text, then stalls. */
export function beginAnswer(begun: string): { readonly response: Response; readonly line: Line } {
  const { readable, writable } = new TransformStream<Chunk, Chunk>()
  const writer = writable.getWriter()
  /** Rejects if nobody reads on. */
  const quietly = (written: Promise<void>) => void written.catch(() => undefined)
  const line: Line = {
    send: (text) => quietly(writer.write(new TextEncoder().encode(text))),
    end: () => quietly(writer.close()),
    cut: () => quietly(writer.abort(new TypeError('terminated'))),
  }
  line.send(begun)
  return { response: new Response(readable), line }
}
