import { ServerLogin } from '../src/server-login.tsx'

export default ServerLogin
