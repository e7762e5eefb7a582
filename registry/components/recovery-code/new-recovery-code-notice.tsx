'use client'

import type { ReactNode } from 'react'
import {
  fillLabel,
  resolveLabels,
  useNewRecoveryCodeNotice,
  type NewRecoveryCodeNoticeBinding,
} from 'react-recovery-login/headless'
import { button, column, focused, Icon, MarkedText } from './parts'

/** Step 3, first half: the new code, in groups that any selection copies clean. The only place with the code. */
export function NewRecoveryCodeNotice(binding: NewRecoveryCodeNoticeBinding): ReactNode {
  const { late, masked, copyFailed, site, account, issuedAt } = binding
  const notice = useNewRecoveryCodeNotice(binding)
  const labels = resolveLabels(binding.labels)
  const words = wordsOf[binding.occasion]
  const date = new Intl.DateTimeFormat(labels.locale, { dateStyle: 'long' }).format(issuedAt)
  const groups = notice.groups.map((group, at) => (
    // The gaps are margins, so a selection contains only the code.
    <span
      key={at}
      className="mx-[1.1ch] inline-block whitespace-nowrap selection:bg-primary selection:text-primary-foreground"
    >
      {group}
    </span>
  ))
  return (
    <section className={column}>
      <header className="grid gap-2">
        <h2
          className={`text-xl leading-tight font-semibold tracking-tight text-balance ${focused}`}
          {...notice.headingProps}
        >
          <span>{labels[words.heading]}</span>
        </h2>
        {late && <p className="text-sm text-muted-foreground">{labels['notice.late']}</p>}
        <p className="text-sm text-pretty text-muted-foreground">
          <MarkedText text={labels[words.lead]} /> <span>{labels['notice.once']}</span>
        </p>
      </header>
      {/* What is printed (the item's css). */}
      <div
        data-recovery-code-card=""
        className="grid gap-4 rounded-lg border bg-muted/50 p-3 @xs:p-5"
      >
        <div className="flex flex-wrap justify-between gap-x-3 border-b pb-3 text-sm">
          <span className="basis-full font-medium">
            {site === undefined
              ? labels['notice.cardTitle']
              : fillLabel(labels, 'notice.cardTitle.site', { site })}
          </span>
          {account !== undefined && <span>{account}</span>}
          <span>{fillLabel(labels, words.date, { date })}</span>
        </div>
        {masked ? (
          <div className="grid justify-items-center gap-2">
            <p className={`${code} text-muted-foreground`} dir="ltr" aria-hidden="true">
              {groups}
            </p>
            <p className="sr-only">{labels['notice.hidden']}</p>
            <button className={`${button.outline} print:hidden`} {...notice.unmaskProps}>
              <Icon name="eye" />
              <span>{labels['notice.show']}</span>
            </button>
          </div>
        ) : (
          <p
            {...notice.codeProps}
            className={`${notice.codeProps.className} ${code} select-all ${focused} ${
              // Browsers grey out the selection when the page loses focus, but this one says "copy me".
              copyFailed === undefined ? '' : 'bg-primary text-primary-foreground'
            }`}
          >
            {groups}
          </p>
        )}
        <p className="hidden text-sm print:block">{labels['notice.printNote']}</p>
      </div>
    </section>
  )
}

/** Three groups a row, measured in the code's own glyphs, so lines wrap only at gaps. */
const code =
  'mx-auto max-w-[calc(3*(4ch+0.2em+2.2ch)+2px)] text-center font-mono text-lg leading-relaxed font-medium tracking-[0.05em] slashed-zero [font-variant-ligatures:none] @xs:text-xl'

const wordsOf = {
  replaced: { heading: 'notice.heading', lead: 'notice.lead', date: 'notice.date' },
  unfinished: {
    heading: 'notice.partial.heading',
    lead: 'notice.partial.lead',
    date: 'notice.date',
  },
  enrolled: {
    heading: 'notice.enrol.heading',
    lead: 'notice.enrol.lead',
    date: 'notice.enrol.date',
  },
} as const
