import { useRef, useState } from 'react'
import {
  NewRecoveryCodeNotice,
  SaveConfirmation,
  useRecoveryCodeCapture,
} from 'react-recovery-login'
import { Card, Heading } from './card.tsx'
import type { EnrolPlace, Page } from './page.ts'
import type { SignIn } from './sign-in.ts'

export interface EnrolPageProps {
  readonly page: EnrolPlace
  readonly signIn: SignIn
  readonly onPage: (page: Page) => void
}

/** The first sign-in of an account with only a password: sets up an app and shows the first code. */
export function EnrolPage({ page, signIn, onPage }: EnrolPageProps) {
  const [code, setCode] = useState<string>()
  const [failed, setFailed] = useState(false)
  const asked = useRef(false)

  const setUp = async () => {
    // Only the first answer has the code, so it is requested once.
    if (asked.current) return
    asked.current = true
    const first = await firstCode(signIn, page.mfaToken).catch(() => undefined)
    asked.current = first !== undefined
    setFailed(first === undefined)
    setCode(first)
  }

  if (code !== undefined)
    return (
      <Card>
        <FirstCode
          code={code}
          account={page.account}
          onSaved={() =>
            onPage({ at: 'home', note: 'Your account is set up. Sign in with your recovery code.' })
          }
        />
      </Card>
    )
  return (
    <Card>
      <Heading>Protect your account</Heading>
      <p>
        From now on a sign-in needs more than the password. You also get a recovery code, for when
        the app on your phone is out of reach.
      </p>
      <p className="problem" role="alert">
        {failed && 'That did not work. Try again in a moment.'}
      </p>
      <button type="button" onClick={() => void setUp()}>
        Set it up
      </button>
    </Card>
  )
}

interface FirstCodeProps {
  readonly code: string
  readonly account: string
  readonly onSaved: () => void
}

function FirstCode({ code, account, onSaved }: FirstCodeProps) {
  const { notice, confirmation } = useRecoveryCodeCapture({
    newRecoveryCode: code,
    site: 'Harbour',
    account,
    onConfirm: onSaved,
  })
  return (
    <>
      <NewRecoveryCodeNotice {...notice} />
      <SaveConfirmation {...confirmation} />
    </>
  )
}

/** @throws Error if no code came. */
async function firstCode(signIn: SignIn, mfaToken: string): Promise<string> {
  const response = await signIn.enrol(mfaToken)
  const [code] = (await response.json()).recovery_codes ?? []
  if (typeof code !== 'string') throw new Error('No recovery code came.')
  return code
}
