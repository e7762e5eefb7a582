import { fireEvent } from '@testing-library/react'
import { RecoveryCodeChallenge } from 'react-recovery-login'
import { expect } from 'vitest'
import { isBusy, openApp } from './app.tsx'
import { measure } from './measure.ts'

measure(
  {
    name: 'react-recovery-login',
    page: true,
    open({ origin, clientId, mfaToken, recoveryCode, client }) {
      const { container, show } = openApp(
        client,
        <RecoveryCodeChallenge
          mfaToken={mfaToken}
          transport={{ domain: origin, clientId }}
          onComplete={() => undefined}
        />,
      )
      const part = (name: string) =>
        container.querySelector(`[data-rrl-part="${name}"]`) ?? document.createElement('i')
      fireEvent.input(part('input'), { target: { value: recoveryCode } })
      return {
        submit: () => fireEvent.click(part('submit')),
        leave: () => show(false),
        comeBack: () => show(true),
        text: () => part('code').textContent,
        busy: () => isBusy(client),
        finish() {
          fireEvent.click(part('checkbox'))
          fireEvent.click(part('continue'))
        },
      }
    },
  },
  ({ posts, newCode, left }) => {
    expect(posts).toBeLessThanOrEqual(1)
    expect(newCode).not.toBe('lost')
    expect(left).toEqual([])
  },
)
