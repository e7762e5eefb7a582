import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import 'react-recovery-login/styles.css'
import './login-demo.css'
import { DemoAccounts } from './demo-accounts.tsx'
import type { DemoFacts } from './demo-facts.ts'
import { LoginApp } from './login-app.tsx'
import { signInDirectly } from './sign-in-directly.ts'
import { signInThroughServer } from './sign-in-through-server.ts'

const facts: DemoFacts = await (await fetch('/demo.json')).json()
const query = new URLSearchParams(location.search)
const direct = query.get('transport') === 'direct'
const signIn = direct
  ? signInDirectly(facts.authServer, query.get('client') ?? 'spa')
  : signInThroughServer()

// As in many products. A recovery code is still sent once.
const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: 3 }, mutations: { retry: 3 } },
})

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <main>
      <h1>Harbour</h1>
      <QueryClientProvider client={queryClient}>
        <LoginApp signIn={signIn} authServer={facts.authServer} />
      </QueryClientProvider>
    </main>
    <DemoAccounts facts={facts} direct={direct} />
  </StrictMode>,
)
