import { useState, type ChangeEvent, type RefObject } from 'react'
import { codeFieldProps } from '../field/code-field-props.ts'
import { dropCodeProps, pasteCodeProps, takeFile } from '../field/take-code.ts'
import { useEmptiedField } from '../field/use-emptied-field.ts'
import type { Labels } from '../labels/labels.ts'
import { retypeMessage, type RetypeMessage } from './retype-message.ts'
import type { SaveConfirmationBehaviour } from './save-confirmation-behaviour.ts'
import type { SaveConfirmationBinding } from './save-confirmation-binding.ts'

/** The field in which the code is retyped, and its message. */
export interface RetypeField {
  readonly field: RefObject<HTMLInputElement | null>
  readonly message: RetypeMessage | undefined
  /** From now on it shows mismatches. */
  readonly endTyping: () => void
  /** For an element around the field. */
  readonly dropProps: SaveConfirmationBehaviour['retypeFieldProps']
  readonly inputProps: Omit<
    SaveConfirmationBehaviour['retypeProps'],
    'id' | 'aria-invalid' | 'aria-describedby'
  >
  readonly fileProps: SaveConfirmationBehaviour['retypeFileProps']
}

/** The retype field of `useSaveConfirmation`: takes text and the saved file, and shows no error while someone types. */
export function useRetypeField(binding: SaveConfirmationBinding, labels: Labels): RetypeField {
  const { turn, format, retype, blocked } = binding
  const [typing, setTyping] = useState(true)
  const endTyping = () => setTyping(false)
  const { field, ref } = useEmptiedField(turn, (field) => {
    field.value = ''
    setTyping(true)
    binding.onRetype('')
  })
  const unreadable = () => {
    endTyping()
    binding.onRetype(NOT_TEXT)
  }
  return {
    field,
    message: blocked === 'saving' ? undefined : retypeMessage(retype, typing, labels),
    endTyping,
    dropProps: dropCodeProps(format, unreadable),
    inputProps: {
      ...codeFieldProps,
      ...pasteCodeProps(format),
      ref,
      onChange({ target }) {
        // Input without focus comes from a file, and is complete.
        setTyping(target === target.ownerDocument.activeElement)
        binding.onRetype(target.value)
      },
      onFocus: binding.onMask,
      onBlur: endTyping,
    },
    fileProps: {
      type: 'file',
      accept: 'text/plain,.txt',
      onChange({ target }: ChangeEvent<HTMLInputElement>) {
        const [file] = target.files ?? []
        if (file === undefined || field.current === null) return
        // Else picking the same file again would fire no event.
        target.value = ''
        binding.onMask()
        endTyping()
        void takeFile(field.current, file, format).then((taken) => taken || unreadable())
      },
    },
  }
}

/** What a decoder returns for bytes that are not text. */
const NOT_TEXT = '\uFFFD'
