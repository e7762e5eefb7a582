import { useEffect, useState } from 'react'

/** The next factor: the handle refers to its mfa token, which stays on the server. */
export function AnotherFactorPage({ handle }: { readonly handle: string }) {
  const [factors, setFactors] = useState<readonly string[]>()
  useEffect(() => {
    void fetch(`/login/factors/${handle}`)
      .then((answer) => answer.json())
      .then(setFactors)
  }, [handle])
  if (factors === undefined) return null
  if (factors.length === 0) return <p>This sign-in is over. Start again.</p>
  return (
    <div className="card">
      <h1>One more step</h1>
      <p>Choose how to go on:</p>
      <ul>
        {factors.map((factor) => (
          <li key={factor}>{factor}</li>
        ))}
      </ul>
    </div>
  )
}
