import type { AriaRole, ReactNode } from 'react'
import { splitMarkedRun } from 'react-recovery-login/headless'

/** The focus style: an outline, because a ring is a shadow and forced colours remove shadows. */
const focus =
  'focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-foreground'

const anyButton = `inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-md text-center text-sm transition-colors motion-reduce:transition-none ${focus}`

/**
 * A button's classes. A locked one has `aria-disabled`, never `disabled`: it stays in the tab order and says why, so
 * its text must be legible. In your own `Button`, pass on every prop and the `ref`.
 */
export const button = {
  primary: `${anyButton} w-full bg-primary px-4 py-2 font-medium text-primary-foreground hover:bg-primary/90 not-aria-busy:aria-disabled:cursor-not-allowed not-aria-busy:aria-disabled:bg-muted not-aria-busy:aria-disabled:text-foreground/70 aria-busy:cursor-progress forced-colors:border`,
  outline: `${anyButton} border bg-background px-4 py-2 font-medium shadow-xs hover:bg-accent hover:text-accent-foreground dark:border-input dark:bg-input/30 dark:hover:bg-input/50`,
  link: `${anyButton} px-2 text-muted-foreground underline underline-offset-4 hover:text-foreground`,
} as const

/** A code field's classes. Its border is darker than `border-input`: WCAG 1.4.11 asks for 3:1. */
export const field = `w-full min-w-0 rounded-md border border-muted-foreground/80 bg-transparent px-2.5 py-2.5 text-left font-mono text-base uppercase slashed-zero shadow-xs transition-colors motion-reduce:transition-none read-only:bg-muted aria-invalid:border-destructive @sm:px-3 dark:bg-input/30 dark:read-only:bg-muted ${focus}`

export const checkbox = `peer col-start-1 row-start-1 size-5 cursor-[inherit] appearance-none rounded-[4px] border border-muted-foreground/80 bg-transparent checked:border-primary checked:bg-primary aria-invalid:border-destructive dark:bg-input/30 dark:checked:bg-primary forced-colors:appearance-auto ${focus}`

/** The focus style of a heading or the code. */
export const focused = `justify-self-start rounded-sm ${focus} focus-visible:outline-offset-4`

/** The card and its position. */
export const card = {
  place: 'mx-auto w-full max-w-md',
  panel:
    'flex flex-col gap-6 rounded-xl border bg-card p-5 text-base text-card-foreground shadow-sm sm:p-8',
} as const

/** One column, a size container, and the positioning context of its announcers. */
export const column = '@container relative flex flex-col gap-6'

const paths = {
  check: 'm5 12 5 5L20 7',
  copy: 'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2',
  download: 'M12 3v12M7 10l5 5 5-5M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2',
  eye: 'M2 12c2-4.5 5.5-7 10-7s8 2.5 10 7c-2 4.5-5.5 7-10 7S4 16.5 2 12zM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0',
  info: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 11v5M12 8h0',
  print:
    'M7 9V3h10v6M7 18H5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M7 14h10v7H7z',
  share:
    'M12 15V3M8 7l4-4 4 4M7 11H6a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-6a2 2 0 0 0-2-2h-1',
  warning: 'M12 3 2 20h20zM12 10v4M12 17h0',
} as const

/** An icon next to text that says the same. */
export function Icon({
  name,
  className = '',
}: {
  readonly name: keyof typeof paths
  readonly className?: string
}): ReactNode {
  return (
    <svg
      className={`size-4 flex-none ${className}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** A spinner: something is in progress. */
export function Spinner(): ReactNode {
  return (
    <span
      className="size-4 flex-none rounded-full border-2 border-current/30 border-t-current motion-safe:animate-spin forced-colors:border-t-[Highlight]"
      aria-hidden="true"
    />
  )
}

/**
 * A text with its `[…]` run in bold. Each run has its own element: page translators rewrite bare text nodes, and React
 * then fails on them.
 */
export function MarkedText({
  text,
  keys = false,
}: {
  readonly text: string
  /** The run names keyboard keys. */
  readonly keys?: boolean
}): ReactNode {
  const { before, marked, after } = splitMarkedRun(text)
  return (
    <>
      {before !== '' && <span>{before}</span>}
      {marked !== '' &&
        (keys ? (
          <kbd className="rounded border bg-background px-1 font-sans text-xs whitespace-nowrap">
            {marked}
          </kbd>
        ) : (
          <strong className="font-medium text-foreground">{marked}</strong>
        ))}
      {after !== '' && <span>{after}</span>}
    </>
  )
}

export interface AlertProps {
  readonly tone: 'danger' | 'caution' | 'info'
  readonly title: string
  readonly text?: string | undefined
  readonly keys?: boolean
  readonly id?: string | undefined
  readonly role?: AriaRole | undefined
  /** Below the text. */
  readonly children?: ReactNode
}

/** What happened, then what to do. */
export function Alert({ tone, title, text, keys, id, role, children }: AlertProps): ReactNode {
  return (
    <div
      id={id}
      role={role}
      className={`grid grid-cols-[auto_1fr] gap-x-3 rounded-lg border bg-card px-4 py-3 text-sm ${
        tone === 'danger' ? 'border-destructive/50' : ''
      }`}
    >
      <Icon
        name={tone === 'info' ? 'info' : 'warning'}
        className={`translate-y-0.5 ${tone === 'danger' ? 'text-destructive' : ''}`}
      />
      <div className="grid min-w-0 gap-1">
        <p className={`font-medium text-pretty ${tone === 'danger' ? 'text-destructive' : ''}`}>
          {title}
        </p>
        {text !== undefined && (
          <p className="text-pretty text-muted-foreground">
            <MarkedText text={text} keys={keys ?? false} />
          </p>
        )}
        {children}
      </div>
    </div>
  )
}

/** A button for each way out that has a label and a callback from the host. */
export function ways(
  list: readonly { readonly label: string; readonly go: (() => void) | undefined }[],
  variant: keyof typeof button,
): ReactNode[] {
  return list.flatMap(({ label, go }) =>
    go ? (
      <button key={label} type="button" className={button[variant]} onClick={() => go()}>
        <span>{label}</span>
      </button>
    ) : (
      []
    ),
  )
}
