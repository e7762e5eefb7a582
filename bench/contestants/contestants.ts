import type { Contestant } from './contestant.ts'
import { HandLean } from './hand-lean.tsx'
import { HandLibs } from './hand-libs.tsx'
import { HandPlain } from './hand-plain.tsx'
import { Kit } from './kit.tsx'

export const contestants: Record<string, Contestant> = {
  'hand-plain': HandPlain,
  'hand-lean': HandLean,
  'hand-libs': HandLibs,
  kit: Kit,
}
