export { Challenge as default } from '../challenge.tsx'
