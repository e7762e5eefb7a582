/**
 * What users of other systems complained about, and what shows that it does not happen here. `docs/peers.md` lists them;
 * `listed.test.ts` holds the two together.
 */
export type Complaint = readonly [
  complaint: string,
  /** Addresses of the public issues, one a line. */
  sources: string,
  expectMet: () => void | Promise<void>,
]
