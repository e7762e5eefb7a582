import { Activity, useState } from 'react'
import { Challenge } from '../challenge.tsx'

export default function HiddenActivity() {
  const [there, setThere] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setThere(!there)}>
        {there ? 'Take it away' : 'Bring it back'}
      </button>
      <Activity mode={there ? 'visible' : 'hidden'}>
        <Challenge />
      </Activity>
    </>
  )
}
