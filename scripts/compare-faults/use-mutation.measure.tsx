import { useMutation } from '@tanstack/react-query'
import { fireEvent } from '@testing-library/react'
import { useForm } from 'react-hook-form'
import { isBusy, openApp } from './app.tsx'
import type { World } from './contender.ts'
import { measure } from './measure.ts'

type Fields = Pick<World, 'recoveryCode'>

/** The page you write in an afternoon, with the button disabled while the request is open. */
function Page({ origin, clientId, mfaToken }: World) {
  const { register, handleSubmit } = useForm<Fields>()
  const verify = useMutation({
    async mutationFn({ recoveryCode }: Fields) {
      const response = await fetch(`${origin}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
          client_id: clientId,
          mfa_token: mfaToken,
          recovery_code: recoveryCode,
        }),
      })
      if (!response.ok) throw new Error(`The sign-in failed (${response.status}).`)
      return (await response.json()) as { readonly recovery_code?: string }
    },
  })
  if (verify.data) return <p>Your new recovery code: {verify.data.recovery_code}</p>
  return (
    <form onSubmit={handleSubmit((fields) => verify.mutate(fields))}>
      <input {...register('recoveryCode')} />
      <button disabled={verify.isPending}>Continue</button>
      {verify.isError && <p role="alert">{verify.error.message}</p>}
    </form>
  )
}

for (const retry of [undefined, 3])
  measure({
    name: `useForm + useMutation${retry === undefined ? '' : `, retry: ${retry}`}`,
    page: true,
    ...(retry !== undefined && { retry }),
    open(world) {
      const { container, show } = openApp(world.client, <Page {...world} />)
      const find = (tag: string) => container.querySelector(tag) ?? document.createElement('i')
      fireEvent.input(find('input'), { target: { value: world.recoveryCode } })
      return {
        submit: () => fireEvent.click(find('button')),
        leave: () => show(false),
        comeBack: () => show(true),
        text: () => container.textContent,
        busy: () => isBusy(world.client),
        finish: () => undefined,
      }
    },
  })
