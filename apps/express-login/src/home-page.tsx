export function HomePage({ account }: { readonly account: string | null }) {
  if (account === null)
    return (
      <div className="card">
        <h1>Harbour</h1>
        <a href="/login">Sign in</a>
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
