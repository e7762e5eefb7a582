import {
  useRecoveryCodeAvailability,
  type Availability,
  type AvailabilityRequest,
} from 'react-recovery-login/headless'
import { http, HttpResponse } from 'msw'
import { scenarioOf } from '../../../../.storybook/login.tsx'
import { inMargins } from '../../../../.storybook/panel.tsx'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'

const says: Readonly<Record<Availability['status'], string>> = {
  checking: 'One moment…',
  available: 'You can use a recovery code.',
  'not-available': 'This account has no recovery code.',
  unknown: 'We couldn’t find out. Try a recovery code anyway.',
}

/** Whether to offer the recovery code at all. */
function Choice(request: AvailabilityRequest) {
  const { status, otherMethods } = useRecoveryCodeAvailability(request)
  return (
    <>
      <p>{says[status]}</p>
      <ul>
        {otherMethods.map((method) => (
          <li key={method}>{method}</li>
        ))}
      </ul>
    </>
  )
}

const meta = preview.meta({
  title: 'Headless/useRecoveryCodeAvailability',
  component: Choice,
  decorators: [inMargins],
  parameters: { login: { scenario: 'success' } },
  args: { domain: 'tenant.example.com', mfaToken: 'mfa-token' },
})

export const Available = meta.story({
  play: async (context) => {
    await personIn(context).sees(says.available)
  },
})

export const NotAvailable = meta.story({
  beforeEach(context) {
    const duo = { id: 'push|1', authenticator_type: 'oob', oob_channel: 'push', active: true }
    const own = `Bearer ${scenarioOf(context).mfaToken}`
    context.msw.use(
      // The docs page renders the other stories too.
      http.get('*/mfa/authenticators', ({ request }) =>
        request.headers.get('authorization') === own ? HttpResponse.json([duo]) : undefined,
      ),
    )
  },
  play: async (context) => {
    await personIn(context).sees(says['not-available'], 'oob')
  },
})

/** The 403 already said it, so no request is made. */
export const FromTheChallenge = meta.story({
  args: { challenge: ['otp', 'recovery-code'] },
  play: async (context) => {
    await personIn(context).sees(says.available, 'otp')
  },
})
