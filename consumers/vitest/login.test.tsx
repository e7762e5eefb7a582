import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { RecoveryCodeChallenge } from 'react-recovery-login'
import { recoveryCodeScenario, type Scenario } from 'react-recovery-login/mocks'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import 'react-recovery-login/styles.css'

const server = setupServer()
beforeAll(() => server.listen())
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const onComplete = vi.fn<() => void>()

/** Types the scenario's code and presses Continue. */
async function submit({ mfaToken, transport, recoveryCode, handlers }: Scenario): Promise<void> {
  server.use(...handlers)
  render(<RecoveryCodeChallenge {...{ mfaToken, transport, onComplete }} />)
  await userEvent.type(screen.getByLabelText('Recovery code'), recoveryCode)
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
}

test('signs in at the tenant, and saves the new code', async () => {
  const scenario = recoveryCodeScenario('success')
  await submit(scenario)
  await screen.findByRole('heading', { name: 'Save your new recovery code' })
  expect(scenario.requests).toHaveLength(1)
  await userEvent.click(screen.getByRole('checkbox'))
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }))
  await vi.waitFor(() => expect(onComplete).toHaveBeenCalledOnce())
})

test('signs in through an endpoint of the app', async () => {
  await submit(recoveryCodeScenario('success', { endpoint: '/login/recovery-code' }))
  const heading = await screen.findByRole('heading', { name: 'Save your new recovery code' })
  expect(heading).toBeDefined()
})

test('shows that a code was refused', async () => {
  await submit(recoveryCodeScenario('wrong-code'))
  expect(await screen.findByText('That code was not accepted')).toBeDefined()
})
