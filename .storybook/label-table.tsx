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
            <td>{typeof label === 'string' ? label : label.other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
