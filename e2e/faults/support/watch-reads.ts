import type { Page } from 'playwright'

/**
 * Returns a promise that resolves once a page has read a number of bytes of one answer. Call it before opening the
 * page.
 *
 * When a connection breaks, Chromium drops what it has received but not delivered, so a break after certain bytes has
 * to wait until the page has them.
 */
export async function watchReads(page: Page): Promise<(bytes: number) => Promise<void>> {
  let missing = 0
  let arrived = () => {}
  await page.exposeFunction('haveRead', (bytes: number) => {
    missing -= bytes
    if (missing <= 0) arrived()
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
  return (bytes) =>
    new Promise((resolve) => {
      missing = bytes
      arrived = resolve
      if (missing === 0) arrived()
    })
}
