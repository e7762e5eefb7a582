import 'react-recovery-login/styles.css'
import { everyScreen } from './every-screen.tsx'
import { serveScreens } from './show-screen.tsx'

serveScreens((name) => everyScreen[name])
