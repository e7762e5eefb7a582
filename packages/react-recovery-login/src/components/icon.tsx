import type { ReactElement } from 'react'

/** 20 px grid, 1.5 px round strokes. */
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

const shapes: Record<IconName, ReactElement> = {
  check: <path d="m4.25 10.5 4 4 7.5-8.5" strokeWidth="1.9" />,
  clock: (
    <>
      <circle cx="10" cy="10" r="7.25" />
      <path d="M10 5.9V10l2.7 1.7" />
    </>
  ),
  copy: (
    <>
      <rect x="7" y="7" width="9.5" height="9.5" rx="2" />
      <path d="M4.6 13h-.1A1.5 1.5 0 0 1 3 11.5v-7A1.5 1.5 0 0 1 4.5 3h7A1.5 1.5 0 0 1 13 4.5v.1" />
    </>
  ),
  download: (
    <path d="M10 3v9.5M6.25 8.9 10 12.6l3.75-3.7M3.5 14v1.5A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5V14" />
  ),
  eye: (
    <>
      <path d="M2 10c1.7-3.3 4.5-5 8-5s6.3 1.7 8 5c-1.7 3.3-4.5 5-8 5s-6.3-1.7-8-5z" />
      <circle cx="10" cy="10" r="2.3" />
    </>
  ),
  key: (
    <>
      <circle cx="6.75" cy="13.25" r="4.25" />
      <path d="m9.8 10.2 7.3-7.3M12.6 7.4l2.5 2.5M15.1 4.9l2.1 2.1" />
    </>
  ),
  phone: (
    <>
      <rect x="5.5" y="2.5" width="9" height="15" rx="2" />
      <path d="M9 14.75h2" />
    </>
  ),
  print: (
    <>
      <path d="M6 7V3h8v4M6 14.5H4.5A1.5 1.5 0 0 1 3 13V8.5A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5V13a1.5 1.5 0 0 1-1.5 1.5H14" />
      <path d="M6 12h8v5H6z" />
    </>
  ),
  refresh: (
    <>
      <path d="M16.5 10a6.5 6.5 0 0 1-11.4 4.25M3.5 10a6.5 6.5 0 0 1 11.4-4.25" />
      <path d="M15.1 2.7v3.2h-3.2M4.9 17.3v-3.2h3.2" />
    </>
  ),
  share: (
    <path d="M10 12.5V3M6.75 5.9 10 2.8l3.25 3.1M6.5 9h-1A1.5 1.5 0 0 0 4 10.5v5A1.5 1.5 0 0 0 5.5 17h9a1.5 1.5 0 0 0 1.5-1.5v-5A1.5 1.5 0 0 0 14.5 9h-1" />
  ),
  warning: (
    <>
      <path d="M10 2.9 18 16.75H2zM10 7.9v3.6" />
      <path d="M10 14.05v.05" strokeWidth="1.9" />
    </>
  ),
}

/** A drawing beside words that say the same: hidden from the accessibility tree. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg
      data-rrl-part="icon"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  )
}
