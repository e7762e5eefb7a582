import { answerLogin } from '../src/server.ts'

interface Arguments {
  readonly request: Request
}

export const loader = ({ request }: Arguments) => answerLogin(request)
export const action = ({ request }: Arguments) => answerLogin(request)
