import { useState } from 'react'

const breaks = {
  drop: {
    name: 'Drop it',
    text: 'The connection breaks before the answer. It comes back by itself.',
  },
  cut: {
    name: 'Cut it',
    text: 'The connection breaks within the answer. It comes back by itself.',
  },
  kill: {
    name: 'Reload the page',
    text: 'The page reloads a second after you continue, as after a crash. The same code shows the new one again.',
  },
}

type Break = keyof typeof breaks

/** Not part of the login page: loses the next answer. */
export function BreakPanel() {
  const [armed, setArmed] = useState<Break>()
  const arm = (how: Break) => {
    setArmed(how)
    if (how === 'kill') killWhenSent()
    else void fetch('/demo/break', { method: 'POST', body: how })
  }
  return (
    <section aria-labelledby="break-heading">
      <h3 id="break-heading">Lose the next answer</h3>
      <div className="breaks">
        {Object.entries(breaks).map(([how, { name }]) => (
          <button key={how} type="button" onClick={() => arm(how as Break)}>
            {name}
          </button>
        ))}
      </div>
      <p role="status">{armed && breaks[armed].text}</p>
    </section>
  )
}

/** Reloads a second after a code has been sent, as a crash would: nobody is asked. */
function killWhenSent(): void {
  const send = globalThis.fetch
  globalThis.fetch = (url, init) => {
    const sent = send(url, init)
    if (String(url).endsWith('/login/recovery-code')) {
      window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), {
        capture: true,
      })
      setTimeout(() => location.reload(), 1000)
    }
    return sent
  }
}
