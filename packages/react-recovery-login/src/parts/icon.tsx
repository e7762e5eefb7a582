import type { ReactElement } from 'react'

/** Drawn at 20 px with round strokes of 1.5 px. */
export type IconName =
  | 'check'
  | 'clock'
  | 'copy'
  | 'download'
  | 'eye'
  | 'key'
  | 'phone'
  | 'print'
  | 'refresh'
  | 'share'
  | 'warning'

/** One path each, on integers, because every page loads these bytes. */
const paths: Record<IconName, string> = {
  check: 'm17 42 16 16 30-34',
  clock: 'M69 40a29 29 0 1 1-58 0 29 29 0 0 1 58 0M40 24v16l11 7',
  copy: 'M36 28h22a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8H36a8 8 0 0 1-8-8V36a8 8 0 0 1 8-8zM18 52a6 6 0 0 1-6-6V18a6 6 0 0 1 6-6h28a6 6 0 0 1 6 6',
  download: 'M40 12v38M25 36l15 14 15-14M14 56v6a6 6 0 0 0 6 6h40a6 6 0 0 0 6-6v-6',
  eye: 'M8 40c7-13 18-20 32-20s25 7 32 20c-7 13-18 20-32 20S15 53 8 40zM49 40a9 9 0 1 1-18 0 9 9 0 0 1 18 0',
  key: 'M44 53a17 17 0 1 1-34 0 17 17 0 0 1 34 0M39 41l29-29M50 30l10 10M60 20l8 8',
  phone: 'M30 10h20a8 8 0 0 1 8 8v44a8 8 0 0 1-8 8H30a8 8 0 0 1-8-8V18a8 8 0 0 1 8-8zM36 59h8',
  print:
    'M24 28V12h32v16M24 58h-6a6 6 0 0 1-6-6V34a6 6 0 0 1 6-6h44a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6h-6M24 48h32v20H24z',
  refresh: 'M66 40a26 26 0 0 1-46 17M14 40a26 26 0 0 1 46-17M60 11v13H47M20 69V56h13',
  share:
    'M40 50V12M27 24l13-12 13 12M26 36h-4a6 6 0 0 0-6 6v20a6 6 0 0 0 6 6h36a6 6 0 0 0 6-6V42a6 6 0 0 0-6-6h-4',
  warning: 'M40 12 72 67H8zM40 32v14M40 56h0',
}

/** An icon next to words that say the same: hidden from the accessibility tree. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg
      data-rrl-part="icon"
      viewBox="0 0 80 80"
      fill="none"
      stroke="currentColor"
      strokeWidth="6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
