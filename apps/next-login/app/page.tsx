import Link from 'next/link'
import { findAccount } from '../server/session'

export default async function Home() {
  const account = await findAccount()
  if (account === undefined)
    return (
      <div className="card">
        <h1>Harbour</h1>
        <Link href="/login">Sign in</Link>
      </div>
    )
  return (
    <form className="card" action="/sign-out" method="post">
      <h1>Welcome back</h1>
      <p>You are signed in as {account}.</p>
      <button>Sign out</button>
    </form>
  )
}
