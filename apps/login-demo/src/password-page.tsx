import { useState, type FormEvent } from 'react'
import { Card, Heading } from './card.tsx'
import type { Page } from './page.ts'
import type { PasswordAnswer, SignIn } from './sign-in.ts'

export interface PasswordPageProps {
  readonly signIn: SignIn
  readonly note: string | undefined
  readonly onPage: (page: Page) => void
}

const problems = {
  refused: 'That email and password do not go together.',
  failed: 'Something went wrong on our side. Try again in a moment.',
}

export function PasswordPage({ signIn, note, onPage }: PasswordPageProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<keyof typeof problems>()

  // No mutation: it would keep the password and the mfa token in the query client.
  const send = async (form: HTMLFormElement) => {
    const data = new FormData(form)
    const account = String(data.get('email'))
    setBusy(true)
    setProblem(undefined)
    const answer = await signIn
      .sendPassword(account, String(data.get('password')))
      .catch((): PasswordAnswer => ({ outcome: 'failed' }))
    setBusy(false)
    switch (answer.outcome) {
      case 'mfa-required':
        return onPage({
          at: 'recovery-code',
          account,
          mfa: answer.mfa,
          expiresAt: Date.now() + 600_000,
        })
      case 'enrol':
        return onPage({ at: 'enrol', account, mfaToken: answer.mfaToken })
      case 'signed-in':
        return onPage({ at: 'home' })
      case 'refused':
      case 'failed':
        return setProblem(answer.outcome)
    }
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) void send(event.currentTarget)
  }

  return (
    <Card>
      <Heading>Sign in</Heading>
      {note !== undefined && <p role="status">{note}</p>}
      <form method="post" onSubmit={onSubmit}>
        <label htmlFor="email">Email</label>
        <input id="email" name="email" type="email" autoComplete="username" required />
        <label htmlFor="password">Password</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={problem === 'refused'}
          aria-describedby="problem"
        />
        <p id="problem" className="problem" role="alert">
          {problem && problems[problem]}
        </p>
        <button type="submit" aria-disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </button>
      </form>
    </Card>
  )
}
