import {
  ChallengeMessage,
  NewRecoveryCodeNotice,
  RecoveryCodeError,
  RecoveryCodeForm,
  SaveConfirmation,
  type PartialLabels,
} from 'react-recovery-login'
import type { ReactNode } from 'react'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { account, format, issuedAt, newRecoveryCode, site } from '../../../../.storybook/samples.ts'

/** The screens side by side, in each of the kit's themes. Switch the scheme in the toolbar. */
const meta = preview.meta({
  title: 'Theming',
  // Documented in docs/theming.mdx.
  tags: ['!autodocs'],
  render: ({ labels }: { readonly labels?: PartialLabels }) => (
    <div className="screens">
      <Panel>
        <RecoveryCodeForm {...form} labels={labels} />
      </Panel>
      <Panel>
        <NewRecoveryCodeNotice {...notice} labels={labels} />
        <SaveConfirmation {...confirmation} labels={labels} />
      </Panel>
      <Panel>
        <ChallengeMessage {...message} labels={labels} />
      </Panel>
    </div>
  ),
  play: async (context) => {
    const { say, sees } = personIn(context)
    await sees(say['form.heading'], say['notice.heading'], say['unknown.heading'])
  },
})

const ignore = () => undefined

const form = {
  verifying: false,
  slow: false,
  error: new RecoveryCodeError('code-rejected'),
  afterUnknown: false,
  maybeLocked: false,
  format,
  onSubmit: ignore,
  onTryAnotherMethod: ignore,
  onCodeMissing: ignore,
}

const notice = {
  newRecoveryCode,
  occasion: 'replaced',
  late: false,
  issuedAt,
  format,
  masked: false,
  site,
  account,
  onShown: ignore,
  onCopied: ignore,
  onUnmask: ignore,
} as const

const confirmation = {
  confirmBy: 'checkbox',
  occasion: 'replaced',
  issuedAt,
  format,
  offers: ['copy', 'download', 'print'],
  evidence: ['copy'],
  asking: 'download',
  fileName: 'recovery-code.txt',
  ticked: true,
  ready: true,
  blocked: 'no',
  finishing: 'no',
  onAction: ignore,
  onAsked: ignore,
  onTick: ignore,
  onRetype: ignore,
  onMask: ignore,
  onConfirm: () => false,
} as const

const message = {
  step: 'unknown',
  open: false,
  failed: false,
  rotated: true,
  codeMayBeSpent: false,
  onTryAgain: ignore,
  onTryAnotherMethod: ignore,
  onSupport: ignore,
} as const

function Panel({ children }: { readonly children: ReactNode }) {
  return (
    <div data-rrl-part="root">
      <div data-rrl-part="panel">{children}</div>
    </div>
  )
}

export const Default = meta.story({ globals: { theme: 'default' } })

export const HighContrast = meta.story({ globals: { theme: 'high-contrast' } })

export const Paper = meta.story({ globals: { theme: 'paper' } })

export const Round = meta.story({ globals: { theme: 'round' } })

/** The bridge, with the variables of an app with shadcn/ui. */
export const Shadcn = meta.story({ globals: { theme: 'shadcn' } })

/** A brand in five lines. */
export const OwnBrand = meta.story({
  decorators: [
    (Story) => (
      <>
        <style>{brand}</style>
        <div className="brand">
          <Story />
        </div>
      </>
    ),
  ],
})

const brand = `.brand {
  --rrl-accent: #f2b705;
  --rrl-surface: light-dark(#fffdf7, #1b1915);
  --rrl-text: light-dark(#1d1a12, #f3efe4);
  --rrl-radius: 0.125rem;
  --rrl-density: 0.85;
}`
