// The team's own, instead of the kit's.
export { RecoveryCodeChallenge } from '@/components/recovery-code/recovery-code-challenge'
