import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useForm } from 'react-hook-form'
import { verify, type ContestantProps } from './contestant.ts'
import { Saved } from './saved.tsx'

const client = new QueryClient()

/** The form anyone would write with the same two libraries. */
export function HandLibs(props: ContestantProps): ReactElement {
  return (
    <QueryClientProvider client={client}>
      <Form {...props} />
    </QueryClientProvider>
  )
}

function Form(props: ContestantProps): ReactElement {
  const form = useForm({ defaultValues: { code: '' } })
  const mutation = useMutation({ mutationFn: (code: string) => verify(props, code), retry: false })
  if (mutation.data)
    return <Saved code={mutation.data.recovery_code} onComplete={props.onComplete} />
  return (
    <form onSubmit={form.handleSubmit(({ code }) => mutation.mutate(code))}>
      <label htmlFor="code">Recovery code</label>
      <input id="code" autoComplete="off" {...form.register('code', { required: true })} />
      {form.formState.errors.code && <p role="alert">Enter your recovery code.</p>}
      {mutation.isError && <p role="alert">That code was not accepted.</p>}
      <button type="submit" disabled={mutation.isPending}>
        Continue
      </button>
    </form>
  )
}
