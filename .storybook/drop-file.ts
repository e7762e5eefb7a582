import { expect } from 'storybook/test'

/** Drops a file, with the browser's own events. Where one is not welcome, a browser would open it in place of the page. */
export async function dropFile(file: File, field: HTMLElement): Promise<void> {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(file)
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
    field.dispatchEvent(event)
    await expect(event.defaultPrevented).toBe(true)
  }
}
