import { findAccount } from '../../../../server/session'
import { RecoveryCode } from './recovery-code'

export default async function RecoveryCodePage(props: PageProps<'/login/recovery-code/[handle]'>) {
  const { handle } = await props.params
  return <RecoveryCode handle={handle} account={await findAccount()} />
}
