import { useState, type FormEvent } from 'react'

export function PasswordPage() {
  const [message, setMessage] = useState<string>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const answer = await fetch('/login/password', {
      method: 'POST',
      body: new URLSearchParams({
        email: String(form.get('email')),
        password: String(form.get('password')),
      }),
    })
    const { handle, error } = await answer.json()
    if (handle) location.assign(`/login/recovery-code/${handle}`)
    else if (answer.ok) location.replace('/')
    else setMessage(error)
  }

  return (
    <form className="card" onSubmit={submit}>
      <h1>Sign in</h1>
      <label>
        Email
        <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <p role="status">{message}</p>
      <button>Continue</button>
    </form>
  )
}
