import { createRoot } from 'react-dom/client'
import {
  NewRecoveryCodeNotice,
  SaveConfirmation,
  useRecoveryCodeCapture,
} from 'react-recovery-login'
import 'react-recovery-login/styles.css'

/** A page that wants the new code retyped. */
function Page() {
  const { notice, confirmation } = useRecoveryCodeCapture({
    newRecoveryCode: 'W9QJ3NBX7VGT5KZR2MCH8DPF',
    confirmBy: 'retype',
    onConfirm() {},
  })
  return (
    <>
      <NewRecoveryCodeNotice {...notice} />
      <SaveConfirmation {...confirmation} />
    </>
  )
}

createRoot(document.querySelector('#root') as HTMLElement).render(<Page />)
