export { RecoveryCodeChallenge } from 'react-recovery-login'
import 'react-recovery-login/styles.css'
