import { useState, type ReactElement } from 'react'

/** A hand-written notice: the code, a checkbox, a button. */
export function Saved(props: {
  readonly code: string
  readonly onComplete: () => void
}): ReactElement {
  const [saved, setSaved] = useState(false)
  return (
    <section>
      <h2>Save your new recovery code</h2>
      <code data-new-code>{props.code}</code>
      <label>
        <input
          type="checkbox"
          checked={saved}
          onChange={(event) => setSaved(event.target.checked)}
        />
        I have saved it
      </label>
      <button type="button" disabled={!saved} onClick={props.onComplete}>
        Continue
      </button>
    </section>
  )
}
