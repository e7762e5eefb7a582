import { PasswordForm } from './password-form'

export default function Login() {
  return <PasswordForm />
}
