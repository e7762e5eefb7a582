export { answerLogin as GET, answerLogin as POST } from '../../../src/server'
