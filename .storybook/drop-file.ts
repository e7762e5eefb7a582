import { expect } from 'storybook/test'

/** Drops a file with native events. If the target doesn't accept it, a browser would open it instead of the page. */
export async function dropFile(file: File, field: HTMLElement): Promise<void> {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(file)
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })
    field.dispatchEvent(event)
    await expect(event.defaultPrevented).toBe(true)
  }
}
