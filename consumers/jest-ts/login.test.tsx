import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { RecoveryCodeChallenge } from 'react-recovery-login'
import { recoveryCodeScenario } from 'react-recovery-login/mocks'

const scenario = recoveryCodeScenario('success')
const server = setupServer(...scenario.handlers)
beforeAll(() => server.listen())
afterAll(() => server.close())

test('signs in with a recovery code', async () => {
  const user = userEvent.setup()
  const { mfaToken, transport } = scenario
  render(<RecoveryCodeChallenge {...{ mfaToken, transport }} onComplete={() => {}} />)
  await user.type(screen.getByLabelText('Recovery code'), scenario.recoveryCode)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await screen.findByRole('heading', { name: 'Save your new recovery code' })
  expect(scenario.requests).toHaveLength(1)
})
