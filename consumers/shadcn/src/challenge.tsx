// The team's own, in place of the kit's.
export { RecoveryCodeChallenge } from '@/components/recovery-code/recovery-code-challenge'
