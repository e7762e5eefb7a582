import {
  useChallengeMessage,
  useNewRecoveryCodeNotice,
  useRecoveryCodeChallenge,
  useRecoveryCodeForm,
  useSaveConfirmation,
  type ChallengeMessageBinding,
  type ChallengeOptions,
  type NewRecoveryCodeNoticeBinding,
  type RecoveryCodeFormBinding,
  type SaveConfirmationBinding,
} from 'react-recovery-login/headless'
import { expect, fn } from 'storybook/test'
import { scenarioOf } from '../../../../.storybook/login.tsx'
import { inMargins } from '../../../../.storybook/panel.tsx'
import { personIn } from '../../../../.storybook/person.ts'
import preview from '../../../../.storybook/preview.tsx'
import { platform } from '../../../../.storybook/samples.ts'

/** The hook and one switch, with custom markup and texts: no component and no stylesheet of the kit. */
function OwnLogin(options: ChallengeOptions) {
  const challenge = useRecoveryCodeChallenge(options)
  switch (challenge.step) {
    case 'prompt':
    case 'verifying':
      return <Prompt {...challenge.form} />
    case 'capture':
      return (
        <>
          <NewCode {...challenge.notice} />
          <Save {...challenge.confirmation} />
        </>
      )
    default:
      return <Message {...challenge.message} />
  }
}

function Prompt(binding: RecoveryCodeFormBinding) {
  const form = useRecoveryCodeForm(binding)
  return (
    <form {...form.formProps}>
      <div {...form.fieldProps}>
        <label htmlFor={form.labelProps.htmlFor}>Spare key</label> <input {...form.inputProps} />{' '}
        <span {...form.counterProps} />
      </div>
      {form.message ? (
        <div {...form.messageProps}>
          <strong>{form.message.title}</strong> <span>{form.message.text}</span>
        </div>
      ) : (
        <p {...form.hintProps}>It has {binding.format.length} characters.</p>
      )}
      <button {...form.submitProps}>{binding.verifying ? 'Checking' : 'Go'}</button>
      <p role="status">
        <span>{form.announcement}</span>
      </p>
    </form>
  )
}

function NewCode(binding: NewRecoveryCodeNoticeBinding) {
  const notice = useNewRecoveryCodeNotice(binding)
  return (
    <section>
      <h2 {...notice.headingProps}>Your new spare key</h2>
      <p {...notice.codeProps}>
        {notice.groups.map((group, index) => (
          <span key={index} style={{ marginInlineEnd: '0.75ch' }}>
            {group}
          </span>
        ))}
      </p>
      {binding.masked && <button {...notice.unmaskProps}>Show it</button>}
    </section>
  )
}

function Save(binding: SaveConfirmationBinding) {
  const save = useSaveConfirmation(binding)
  return (
    <form {...save.formProps}>
      {binding.offers.map((action) => (
        <button key={action} {...save.actionProps(action)}>
          {action}
        </button>
      ))}
      <p role="status">
        <span key={save.statusKey}>{save.status}</span>
      </p>
      <label>
        <input {...save.tickProps} /> I have it
      </label>
      {save.error && <p {...save.messageProps}>{save.error}</p>}
      <button {...save.continueProps}>Done</button>
    </form>
  )
}

function Message(binding: ChallengeMessageBinding) {
  const content = useChallengeMessage(binding)
  return (
    <section>
      <h2 {...content.headingProps}>{content.heading}</h2>
      {content.leads.map((lead) => (
        <p key={lead}>{lead}</p>
      ))}
      {content.ways?.map(
        ({ part, label, go }) =>
          go && (
            <button key={part} type="button" onClick={go}>
              {label}
            </button>
          ),
      )}
    </section>
  )
}

const meta = preview.meta({
  title: 'Headless/useRecoveryCodeChallenge',
  component: OwnLogin,
  decorators: [inMargins],
  parameters: { login: { scenario: 'success' } },
  args: {
    mfaToken: 'mfa-token',
    transport: { endpoint: '/login/recovery-code' },
    platform,
    onComplete: fn(),
  },
})

export const OwnMarkup = meta.story({
  play: async (context) => {
    const { say, field, pastes, presses, sees, arrivesAt, ticks } = personIn(context)
    const { recoveryCode } = scenarioOf(context)
    await presses('Go')
    await sees(say['form.empty'])
    await expect(field('Spare key')).toHaveFocus()
    await pastes(recoveryCode, 'Spare key')
    await presses('Go')
    await arrivesAt('Your new spare key')
    await presses('copy')
    await sees(say['save.copiedStatus'])
    await presses('Done')
    await sees(say['gate.unconfirmed'])
    await ticks()
    await presses('Done')
    await arrivesAt(say['complete.heading'])
    await expect(context.args.onComplete).toHaveBeenCalledTimes(1)
    await expect(scenarioOf(context).requests).toHaveLength(1)
  },
})
