import type { ClipboardEvent, DragEvent } from 'react'
import { inspectRecoveryCode } from '../protocol/inspect-recovery-code.ts'
import type { RecoveryCodeFormat } from '../protocol/recovery-code-format.ts'

/** A saved code is a few lines; anything larger is another file. */
const LARGEST_FILE = 64 * 1024

/** For a field: lets it take a code with all that stands around it, pasted. */
export interface PasteCodeProps {
  readonly onPaste: (event: ClipboardEvent<HTMLInputElement>) => void
}

/**
 * For the element around a field: what is dropped on it, text or a file, goes into the first input in it. Without them
 * a browser opens a file in place of the page.
 */
export interface DropCodeProps {
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void
  readonly onDrop: (event: DragEvent<HTMLElement>) => void
}

/**
 * A text field drops line breaks and so runs the words around a code into it; hence the code is picked out of what was
 * pasted before the browser flattens it.
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
 * The same for what is dropped, on the field or beside it.
 *
 * @param onUnreadable A file was dropped that holds no text, or far too much.
 */
export function dropCodeProps(format: RecoveryCodeFormat, onUnreadable: () => void): DropCodeProps {
  const fieldIn = (event: DragEvent<HTMLElement>) => event.currentTarget.querySelector('input')
  return {
    onDragOver(event) {
      // Text over the field is left to the browser, which shows where it would go.
      if (event.target !== fieldIn(event) || event.dataTransfer.types.includes('Files'))
        event.preventDefault()
    },
    onDrop(event) {
      const field = fieldIn(event)
      const [file] = event.dataTransfer.files
      const beside = event.target !== field
      if (file || beside) event.preventDefault()
      if (field === null) return
      if (file) void takeFile(field, file, format).then((taken) => taken || onUnreadable())
      else if (takeText(field, event.dataTransfer.getData('text'), format, beside))
        event.preventDefault()
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

/**
 * Whether the text was taken here; a single line without a whole code is left to the browser.
 *
 * @param any Takes that as well.
 */
function takeText(
  field: HTMLInputElement,
  text: string,
  format: RecoveryCodeFormat,
  any = false,
): boolean {
  // A drag without text would put nothing in place of what is selected.
  if (field.readOnly || text.trim() === '') return false
  const { code, verdict } = inspectRecoveryCode(text, format)
  if (verdict === 'complete') write(field, code, 0, field.value.length)
  else if (any || /[\r\n]/.test(text))
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
