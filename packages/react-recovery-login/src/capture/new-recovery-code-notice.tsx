import { forwardRef, type ForwardRefExoticComponent, type RefAttributes } from 'react'
import type {
  CaptureOccasion,
  NewRecoveryCodeNoticeBinding,
} from './new-recovery-code-notice-binding.ts'
import { useNewRecoveryCodeNotice } from './use-new-recovery-code-notice.ts'
import { fillLabel } from '../labels/fill-label.ts'
import { formatDate } from '../labels/format-date.ts'
import { ActionButton } from '../parts/action-button.tsx'
import { BoldText } from '../parts/bold-text.tsx'
import { Header } from '../parts/header.tsx'
import { LookProvider, lookOf } from '../parts/look.ts'
import { nativeProps, type NativeProps } from '../parts/native-props.ts'
import type { StyledProps } from '../parts/styled-props.ts'

export type NewRecoveryCodeNoticePart =
  | 'notice'
  | 'header'
  | 'heading'
  | 'lead'
  | 'code-card'
  | 'code-meta'
  | 'code'
  | 'code-group'
  | 'code-note'
  | 'show-code'

export interface NewRecoveryCodeNoticeProps
  extends
    NewRecoveryCodeNoticeBinding,
    StyledProps<NewRecoveryCodeNoticePart>,
    NativeProps<'section'> {}

/**
 * Step 3, first half: says that this code is new and the old one dead, and shows it in groups that copy without gaps.
 * The only place on the page that contains the code. Takes the native props of `section`, and a `ref`.
 *
 * @example <NewRecoveryCodeNotice {...challenge.notice} />
 * @see WCAG 2.2 SC 1.4.10 Reflow (it wraps only between groups)
 */
export const NewRecoveryCodeNotice: ForwardRefExoticComponent<
  NewRecoveryCodeNoticeProps & RefAttributes<HTMLElement>
> = forwardRef<HTMLElement, NewRecoveryCodeNoticeProps>(function NewRecoveryCodeNotice(props, ref) {
  const { occasion, late, issuedAt, masked, copyFailed, site, account } = props
  const notice = useNewRecoveryCodeNotice(props)
  const look = lookOf<NewRecoveryCodeNoticePart>(props)
  const { labels, part } = look
  const words = wordsOf[occasion]
  const { className: privateClass, ...codeProps } = notice.codeProps
  const groups = notice.groups.map((group, index) => (
    <span key={index} {...part('code-group')}>
      {group}
    </span>
  ))
  return (
    <LookProvider value={look}>
      <section
        {...nativeProps(props)}
        {...part('notice', props.className)}
        data-rrl-state={occasion === 'unfinished' ? 'partial' : 'new'}
        ref={ref}
      >
        <Header icon="key" heading={labels[words.heading]} headingProps={notice.headingProps}>
          {late && <p {...part('lead')}>{labels['notice.late']}</p>}
          <p {...part('lead')}>
            <BoldText text={labels[words.lead]} /> <span>{labels['notice.once']}</span>
          </p>
        </Header>
        <div {...part('code-card')}>
          <div {...part('code-meta')}>
            <span data-rrl-part="code-site">
              {site === undefined
                ? labels['notice.cardTitle']
                : fillLabel(labels, 'notice.cardTitle.site', { site })}
            </span>
            {account !== undefined && <span data-rrl-part="code-account">{account}</span>}
            <span data-rrl-part="code-date">
              {fillLabel(labels, words.date, { date: formatDate(issuedAt, labels) })}
            </span>
          </div>
          {masked ? (
            <div data-rrl-part="code-cover">
              <p {...part('code')} data-rrl-state="masked" dir="ltr" aria-hidden="true">
                {groups}
              </p>
              <p data-rrl-part="announcer">{labels['notice.hidden']}</p>
              <ActionButton
                part="show-code"
                variant="secondary"
                icon="eye"
                label={labels['notice.show']}
                {...notice.unmaskProps}
              />
            </div>
          ) : (
            <p
              {...codeProps}
              {...part('code', privateClass)}
              data-rrl-state={copyFailed === undefined ? 'shown' : 'selected'}
            >
              {groups}
            </p>
          )}
          <p {...part('code-note')}>{labels['notice.printNote']}</p>
        </div>
        {props.extraActions}
        {props.footer}
      </section>
    </LookProvider>
  )
})

const wordsOf: Record<
  CaptureOccasion,
  {
    readonly heading: 'notice.heading' | 'notice.partial.heading' | 'notice.enrol.heading'
    readonly lead: 'notice.lead' | 'notice.partial.lead' | 'notice.enrol.lead'
    readonly date: 'notice.date' | 'notice.enrol.date'
  }
> = {
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
}
