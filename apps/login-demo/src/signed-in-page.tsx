import { Card, Heading } from './card.tsx'

export interface SignedInPageProps {
  readonly account: string
  readonly onSignOut: () => Promise<void>
}

export function SignedInPage({ account, onSignOut }: SignedInPageProps) {
  return (
    <Card>
      <Heading>Welcome back</Heading>
      <p>
        You are signed in as <strong>{account}</strong>.
      </p>
      <button type="button" onClick={() => void onSignOut()}>
        Sign out
      </button>
    </Card>
  )
}
