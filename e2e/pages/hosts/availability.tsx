import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useRecoveryCodeAvailability } from 'react-recovery-login'
import { Challenge } from '../challenge.tsx'
import { exposed } from '../expose.ts'
import { authServer, challenge, mfaToken, transport } from '../sign-in.ts'

const queryClient = exposed(new QueryClient())

function WhereAvailable() {
  const { status } = useRecoveryCodeAvailability({
    domain: authServer,
    mfaToken,
    // A handle can't ask the OAuth server.
    ...(transport.endpoint !== undefined && challenge && { challenge }),
  })
  return status === 'available' ? <Challenge /> : <p>{status}</p>
}

export default function AsksFirst() {
  return (
    <QueryClientProvider client={queryClient}>
      <WhereAvailable />
    </QueryClientProvider>
  )
}
