import { afterEach, expect, it, vi } from 'vitest'
import { browserPlatform } from './browser-platform.ts'

afterEach(() => void Reflect.deleteProperty(document, 'execCommand'))

/** A browser without the Clipboard API: its older command sends a copy event, and says whether anyone took it. */
function olderCommand(clipboardData: object | null) {
  document.execCommand = () =>
    !document.dispatchEvent(
      Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData }),
    )
}

it('without the Clipboard API, the older command copies the code, and no other listener sees it', async () => {
  const setData = vi.fn<DataTransfer['setData']>()
  const others = vi.fn<() => void>()
  olderCommand({ setData })
  document.addEventListener('copy', others)
  expect(await browserPlatform.copy('W9QJ3NBX')).toBe('done')
  expect(setData.mock.calls).toEqual([['text/plain', 'W9QJ3NBX']])
  expect(others).not.toHaveBeenCalled()
  document.dispatchEvent(new Event('copy'))
  expect(setData).toHaveBeenCalledOnce()
  document.removeEventListener('copy', others)
})

it('without either, nothing was copied', async () => {
  expect(await browserPlatform.copy('W9QJ3NBX')).toBe('failed')
  document.execCommand = () => false
  expect(await browserPlatform.copy('W9QJ3NBX')).toBe('failed')
})

it('a printer tells nothing of its end', async () => {
  const print = vi.spyOn(window, 'print').mockReturnValue()
  expect(await browserPlatform.print()).toBe('asked')
  expect(print).toHaveBeenCalledOnce()
})

it('a share sheet that closes well has shared the text', async () => {
  const share = vi.fn<(data: ShareData) => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { share })
  expect(await browserPlatform.share('Shop\nW9QJ3NBX')).toBe('done')
  vi.unstubAllGlobals()
  expect(share.mock.calls).toEqual([[{ text: 'Shop\nW9QJ3NBX' }]])
})
