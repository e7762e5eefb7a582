import { recoveryCodeScenario } from 'react-recovery-login/mocks'
import { expect, screen, userEvent } from 'storybook/test'
import preview from './.storybook/preview.ts'
import { Login } from './src/login.tsx'

const meta = preview.meta({ title: 'Login', component: Login })
const { handlers, mfaToken, recoveryCode, requests, transport } = recoveryCodeScenario('success')

export const Success = meta.story({
  args: {
    transport,
    sendPassword: async () => mfaToken,
    account: async () => Response.json({ email: 'usual@example.com' }),
  },
  beforeEach({ msw }) {
    msw.use(...handlers)
  },
  async play() {
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    await userEvent.type(await screen.findByLabelText('Recovery code'), recoveryCode)
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await userEvent.click(await screen.findByRole('checkbox'))
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
    await screen.findByText('Signed in as usual@example.com')
    await expect(requests).toHaveLength(1)
  },
})
