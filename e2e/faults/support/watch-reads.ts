import { once, EventEmitter } from 'node:events'
import type { Page } from 'playwright'

/**
 * Gives a promise for the moment when a page has read so many bytes of one answer. Call it before the page is opened.
 *
 * Chromium drops what it has received and not handed over when a connection breaks, so a break that is to come behind
 * certain bytes has to wait until the page has them.
 */
export async function watchReads(page: Page): Promise<(bytes: number) => Promise<void>> {
  const reads = new EventEmitter()
  let sum = 0
  await page.exposeFunction('haveRead', (bytes: number) => {
    sum += bytes
    reads.emit('read')
  })
  await page.addInitScript(() => {
    const { prototype } = ReadableStreamDefaultReader
    const { read } = prototype
    prototype.read = async function () {
      const chunk = await read.call(this)
      Reflect.get(window, 'haveRead')(chunk.value?.byteLength ?? 0)
      return chunk
    }
  })
  return async (bytes) => {
    sum = 0
    while (sum < bytes) await once(reads, 'read')
  }
}
