import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { seededAccounts, type Factor } from './accounts.ts'
import { MOST_ATTEMPTS, type Attempts } from './attempts.ts'
import { hashSecret } from './codes.ts'

export interface AccountState {
  readonly factors: readonly Factor[]
  /** The hash of the one working recovery code; null if there is none. */
  readonly codeHash: string | null
  readonly attempts: Attempts
}

/** A sign-in that has passed the password. */
export interface PendingSignIn {
  readonly email: string
  readonly clientId: string
  readonly scope: string
  /** Epoch milliseconds. */
  readonly expires: number
  /** Nothing was enrolled at the time: the token may enrol a factor. */
  readonly mayEnrol: boolean
}

interface StateFile {
  readonly version: 1
  readonly accounts: Readonly<Record<string, AccountState>>
  readonly mfaTokens: Readonly<Record<string, PendingSignIn>>
}

/** What changes while the server runs, without secrets: codes and mfa tokens are hashed. */
export class State {
  /** By address. */
  readonly accounts: Map<string, AccountState>
  /** By the token's hash. */
  readonly mfaTokens: Map<string, PendingSignIn>
  readonly #path: string | undefined

  /**
   * @param path The file that keeps it across restarts. Undefined: memory only.
   * @throws Error if the file isn't this server's.
   */
  constructor(path: string | undefined, now: number) {
    const file = path === undefined ? undefined : readStateFile(path)
    this.#path = path
    // An account that isn't in the file yet starts as seeded.
    this.accounts = new Map([...seed(now), ...Object.entries(file?.accounts ?? {})])
    this.mfaTokens = new Map(Object.entries(file?.mfaTokens ?? {}))
  }

  /** Changes an account, in the file too: once this returns, the change survives the process. */
  change(email: string, change: Partial<AccountState>): void {
    const before = this.accounts.get(email)
    if (before === undefined) throw new Error('There is no such account.')
    this.accounts.set(email, { ...before, ...change })
    try {
      this.save()
    } catch (error) {
      // The answer will be an error without a new code, so the old one must keep working.
      this.accounts.set(email, before)
      throw error
    }
  }

  /** Writes a new file next to the old one, then replaces it. */
  save(): void {
    if (this.#path === undefined) return
    const file: StateFile = {
      version: 1,
      accounts: Object.fromEntries(this.accounts),
      mfaTokens: Object.fromEntries(this.mfaTokens),
    }
    const beside = `${this.#path}.new`
    mkdirSync(dirname(this.#path), { recursive: true })
    writeFileSync(beside, JSON.stringify(file, null, 2), { mode: 0o600, flush: true })
    renameSync(beside, this.#path)
  }
}

function seed(now: number): [string, AccountState][] {
  return seededAccounts.map(({ email, factors, recoveryCode, attemptsLeft = MOST_ATTEMPTS }) => [
    email,
    {
      factors,
      codeHash: recoveryCode === undefined ? null : hashSecret(recoveryCode),
      attempts: { left: attemptsLeft, at: now },
    },
  ])
}

function readStateFile(path: string): StateFile | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const file = parse(text)
  if (file?.version === 1) return file
  throw new Error(
    `${path} is not a state file of this server, so it is neither read nor overwritten. ` +
      'Name another file, or delete this one to start with the seeded accounts.',
  )
}

function parse(text: string): StateFile | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
