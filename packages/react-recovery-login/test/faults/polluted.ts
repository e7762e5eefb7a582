import type { CaptureStore } from '../../src/capture/create-capture.ts'
import type { FlowState } from '../../src/challenge/flow-state.ts'
import type { FlowEvent } from '../../src/challenge/next-state.ts'
import type { Receipt } from '../../src/challenge/receipt.ts'
import type { Completion } from '../../src/challenge/recovery-flow.ts'
import type { ReadBody } from '../../src/protocol/read-body.ts'
import type { MfaRequired } from '../../src/protocol/read-mfa-required.ts'
import type { Verification } from '../../src/protocol/read-verification.ts'
import type { RecoveryCodeErrorDetails } from '../../src/protocol/recovery-code-error.ts'
import type { Answer } from '../../src/server/answer.ts'
import type { Submission } from '../../src/server/read-submission.ts'
import type { TokenRequest } from '../../src/server/request-tokens.ts'

type NameOf<Members> = Members extends object ? keyof Members : never

/** Every member of the records on a code's way: the compiler reports a missing one. */
const ours: Record<
  | NameOf<Verification | MfaRequired | ReadBody | RecoveryCodeErrorDetails>
  | NameOf<FlowState | FlowEvent | Receipt | Completion>
  | (('newRecoveryCode' | 'oldRecoveryCode' | 'issuedAt') & NameOf<CaptureStore>)
  | NameOf<TokenRequest | Submission | Answer>
  // Members of a resolved transport, and of former records of the handler.
  | ('address' | 'assertion' | 'clientId' | 'proof' | 'secret'),
  true
> = {
  address: true,
  afterUnknown: true,
  answer: true,
  assertion: true,
  body: true,
  capture: true,
  challenge: true,
  clientId: true,
  code: true,
  codeMayBeSpent: true,
  error: true,
  finishing: true,
  headers: true,
  issuedAt: true,
  late: true,
  later: true,
  looking: true,
  message: true,
  mfaToken: true,
  newRecoveryCode: true,
  next: true,
  oauthError: true,
  oldRecoveryCode: true,
  open: true,
  outcome: true,
  proof: true,
  reason: true,
  reopened: true,
  repeat: true,
  receipt: true,
  receivedAt: true,
  recoveryCode: true,
  refusal: true,
  refusals: true,
  retryAfter: true,
  retryAt: true,
  rotated: true,
  secret: true,
  signedIn: true,
  slow: true,
  status: true,
  step: true,
  text: true,
  tokens: true,
  type: true,
  unchanged: true,
  whole: true,
}

/** What the platform reads from an options bag. */
function namesOf(read: (options: object) => unknown): readonly string[] {
  const names = new Set<string>()
  read(
    new Proxy(Object.create(null), {
      get: (_, name) => void names.add(String(name)),
      has: (_, name) => Boolean(names.add(String(name))) && false,
    }),
  )
  return [...names]
}

export const ourNames: readonly string[] = Object.keys(ours)
export const fetchNames: readonly string[] = namesOf(
  (options) => new Request('https://login.example/', options),
)
export const responseNames: readonly string[] = namesOf((options) => new Response('', options))

/** Values as from data merged carelessly: each of a different kind, none a function. */
export const values: readonly unknown[] = [
  'theirs\r\nx-theirs: 1',
  true,
  599,
  { access_token: 'theirs', mfaToken: 'theirs', 'x-theirs': 'theirs', code: 'theirs' },
]

/** Runs while every object inherits a member, and returns the result. */
export async function withInherited<Result>(
  name: string,
  value: unknown,
  run: () => Promise<Result>,
  enumerable = true,
): Promise<Result> {
  const before = Object.getOwnPropertyDescriptor(Object.prototype, name)
  if (before !== undefined) throw new Error(`Every object has ${name}.`)
  const polluting = { __proto__: null, value, enumerable, configurable: true, writable: true }
  Object.defineProperty(Object.prototype, name, polluting)
  try {
    return await run()
  } finally {
    Reflect.deleteProperty(Object.prototype, name)
  }
}
