/** The IDs that a test's name starts with: A5 and C8 of "A5 C8 any order". */
export function idsOf(name: string): readonly string[] {
  return /^(?:[A-MP-R]\d{1,2} )+/.exec(name)?.[0].trimEnd().split(' ') ?? []
}
