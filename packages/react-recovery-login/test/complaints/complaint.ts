/**
 * A complaint by users of another system, and the test that it doesn't happen here. `docs/peers.md` lists them;
 * `listed.test.ts` keeps the two in sync.
 */
export type Complaint = readonly [
  complaint: string,
  /** URLs of the public issues, one per line. */
  sources: string,
  expectMet: () => void | Promise<void>,
]
