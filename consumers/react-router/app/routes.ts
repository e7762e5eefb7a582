import { index, route } from '@react-router/dev/routes'

export default [index('./home.tsx'), route('login/*', './login.ts')]
