import { useState } from 'react'
import { Challenge } from '../challenge.tsx'

export default function Unmount() {
  const [there, setThere] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setThere(!there)}>
        {there ? 'Take it away' : 'Bring it back'}
      </button>
      {there && <Challenge />}
    </>
  )
}
