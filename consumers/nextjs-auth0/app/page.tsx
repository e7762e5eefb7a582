import { Page } from './login-page'

export default Page
