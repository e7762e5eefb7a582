'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'

export function PasswordForm() {
  const router = useRouter()
  const [message, setMessage] = useState<string>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const answer = await fetch('/login/password', {
      method: 'POST',
      body: new FormData(event.currentTarget),
    })
    const { handle, error } = await answer.json()
    if (handle) router.push(`/login/recovery-code/${handle}`)
    else if (answer.ok) {
      router.replace('/')
      router.refresh()
    } else setMessage(error)
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
