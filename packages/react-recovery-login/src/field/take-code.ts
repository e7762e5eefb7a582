import type { ClipboardEvent, DragEvent } from 'react'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** A saved code is a few lines; anything larger is another file. */
const LARGEST_FILE = 64 * 1024

/** Handlers that let a field take a code with all that stands around it, pasted or dropped, as text or as a file. */
export interface TakeCodeProps {
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
  readonly onDragOver: (event: DragEvent<HTMLInputElement>) => void
  readonly onDrop: (event: DragEvent<HTMLInputElement>) => void
}

/**
 * A text field drops line breaks and so runs the words around a code into it; hence the code is picked out of what was
 * pasted before the browser flattens it.
 *
 * @param onUnreadable A file was dropped that holds no text, or far too much.
 */
export function takeCodeProps(format: RecoveryCodeFormat, onUnreadable: () => void): TakeCodeProps {
  return {
    onPaste(event) {
      if (takeText(event.currentTarget, event.clipboardData.getData('text'), format))
        event.preventDefault()
    },
    onDragOver(event) {
      // Without this a browser opens a dropped file in place of the page.
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDrop(event) {
      const field = event.currentTarget
      const [file] = event.dataTransfer.files
      if (file !== undefined) {
        event.preventDefault()
        void takeFile(field, file, format).then((taken) => taken || onUnreadable())
      } else if (takeText(field, event.dataTransfer.getData('text'), format)) event.preventDefault()
    },
  }
}

/** Reads a saved file into the field. False where it is too large, unreadable or without text. */
export async function takeFile(
  field: HTMLInputElement,
  file: File,
  format: RecoveryCodeFormat,
): Promise<boolean> {
  if (field.readOnly) return true
  if (file.size > LARGEST_FILE) return false
  const text = await file.text().catch(() => '')
  // A decoder puts U+FFFD for what is no text: a picture, a document.
  if (text.trim() === '' || text.includes('\uFFFD')) return false
  // A code that is being checked is not changed, and that is no fault of the file.
  if (!field.readOnly && !takeText(field, text, format)) write(field, text, 0, field.value.length)
  return true
}

/** Whether the text was taken here; a single line without a whole code is left to the browser. */
function takeText(field: HTMLInputElement, text: string, format: RecoveryCodeFormat): boolean {
  if (field.readOnly) return false
  const { code, verdict } = inspectRecoveryCode(text, format)
  if (verdict === 'complete') write(field, code, 0, field.value.length)
  else if (/[\r\n]/.test(text))
    write(
      field,
      text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '),
      field.selectionStart ?? field.value.length,
      field.selectionEnd ?? field.value.length,
    )
  else return false
  return true
}

function write(field: HTMLInputElement, text: string, from: number, to: number): void {
  field.setRangeText(text, from, to, 'end')
  // The event that typing makes, so that whoever listens to the field hears of it.
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
