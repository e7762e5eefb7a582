import { useState, type ReactElement } from 'react'
import { verify, type ContestantProps } from './contestant.ts'
import { Saved } from './saved.tsx'

/** React alone. */
export function HandPlain(props: ContestantProps): ReactElement {
  const [code, setCode] = useState<string>()
  if (code !== undefined) return <Saved code={code} onComplete={props.onComplete} />
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('code')
        void verify(props, String(typed)).then((answer) => setCode(answer.recovery_code))
      }}
    >
      <label htmlFor="code">Recovery code</label>
      <input id="code" name="code" autoComplete="off" />
      <button type="submit">Continue</button>
    </form>
  )
}
