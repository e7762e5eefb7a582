import { englishLabels, type Labels } from 'react-recovery-login'
import type { ReactElement } from 'react'

/** Every label, from the dictionary itself. */
export function LabelTable(): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          <th>key</th>
          <th>English</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries<Labels[keyof Labels]>(englishLabels).map(([key, label]) => (
          <tr key={key}>
            <td>
              <code>{key}</code>
            </td>
            <td>{shown(label)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A function's text shows its parameters as numbers in braces. */
function shown(label: Labels[keyof Labels]): string {
  if (typeof label === 'string') return label
  const parameters = Array.from({ length: label.length }, (_, at) => `{${at + 1}}`)
  return String(Reflect.apply(label, undefined, parameters))
}
