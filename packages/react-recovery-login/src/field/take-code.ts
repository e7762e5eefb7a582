import type { ClipboardEvent, DragEvent } from 'react'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** A saved code is a few lines; anything larger is a different file. */
const LARGEST_FILE = 64 * 1024

/** For a field: picks a pasted code out of the text around it. */
export interface PasteCodeProps {
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
}

/**
 * For the element around a field: text or a file dropped on it goes into its first input. Without them the browser
 * would open a dropped file instead of the page.
 */
export interface DropCodeProps {
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void
  readonly onDrop: (event: DragEvent<HTMLElement>) => void
}

/**
 * A text field drops line breaks and so joins a code with the words around it; hence the code is picked out before the
 * browser flattens the paste.
 */
export function pasteCodeProps(format: RecoveryCodeFormat): PasteCodeProps {
  return {
    onPaste(event) {
      if (takeText(event.currentTarget, event.clipboardData.getData('text'), format))
        event.preventDefault()
    },
  }
}

/**
 * The same for a drop, on the field or next to it.
 *
 * @param onUnreadable Called if a dropped file holds no text, or far too much.
 */
export function dropCodeProps(format: RecoveryCodeFormat, onUnreadable: () => void): DropCodeProps {
  const fieldIn = (event: DragEvent<HTMLElement>) => event.currentTarget.querySelector('input')
  return {
    onDragOver(event) {
      // Leave text over the field to the browser, which shows where it would go.
      if (event.target !== fieldIn(event) || event.dataTransfer.types.includes('Files'))
        event.preventDefault()
    },
    onDrop(event) {
      const field = fieldIn(event)
      const [file] = event.dataTransfer.files
      const outside = event.target !== field
      if (file || outside) event.preventDefault()
      if (field === null) return
      if (file) void takeFile(field, file, format).then((taken) => taken || onUnreadable())
      else if (takeText(field, event.dataTransfer.getData('text'), format, outside))
        event.preventDefault()
    },
  }
}

/** Reads a saved file into the field. False if it is too large, unreadable or without text. */
export async function takeFile(
  field: HTMLInputElement,
  file: File,
  format: RecoveryCodeFormat,
): Promise<boolean> {
  if (field.readOnly) return true
  if (file.size > LARGEST_FILE) return false
  const text = await file.text().catch(() => '')
  // A decoder emits U+FFFD if it is not text: a picture, a document.
  if (text.trim() === '' || text.includes('\uFFFD')) return false
  // A code being checked must not change; the file is not to blame.
  if (!field.readOnly && !takeText(field, text, format)) write(field, text, 0, field.value.length)
  return true
}

/**
 * Whether the text was inserted here; a single line without a complete code is left to the browser.
 *
 * @param always Also takes a line without a complete code.
 */
function takeText(
  field: HTMLInputElement,
  text: string,
  format: RecoveryCodeFormat,
  always = false,
): boolean {
  // A drag without text would only delete the selection.
  if (field.readOnly || text.trim() === '') return false
  const { code, verdict } = inspectRecoveryCode(text, format)
  if (verdict === 'complete') write(field, code, 0, field.value.length)
  else if (always || /[\r\n]/.test(text))
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
  // As typing does, so the field's listeners see the change.
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
