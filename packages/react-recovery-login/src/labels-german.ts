/** Entry point `react-recovery-login/labels/german`: `<RecoveryCodeChallenge labels={germanLabels} … />`. */
export { germanLabels } from './labels/german-labels.ts'
