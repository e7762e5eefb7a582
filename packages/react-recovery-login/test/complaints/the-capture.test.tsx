import { forwardRef, type ComponentPropsWithRef } from 'react'
import { fireEvent, within } from '@testing-library/react'
import {
  englishLabels,
  SaveConfirmation,
  useRecoveryCodeCapture,
  type Labels,
} from 'react-recovery-login'
import { expect, it, vi } from 'vitest'
import { canaries } from '../canaries.ts'
import { answering, openCapture, pick, withClipboard } from '../faults/capture-page.tsx'
import { open, settle, signIn } from '../faults/harness.tsx'
import type { Complaint } from './complaint.ts'

const { newCode } = canaries
const texts = Object.values(englishLabels as Labels).filter((label) => typeof label === 'string')

/** Downloads one file, and returns its name, its text and the URL the page was sent to. */
async function downloaded(props: Parameters<typeof openCapture>[0] = {}) {
  let file = { name: '', text: '' }
  const on = await openCapture({
    site: 'Fernhill',
    account: 'mira@example.com',
    platform: {
      async download(given) {
        file = given
        return 'asked'
      },
    },
    ...props,
  })
  await on.save('download')
  return { ...on, ...file }
}

const complaints: readonly Complaint[] = [
  [
    'nobody says plainly that the code has changed',
    'https://github.com/bitwarden/help/issues/791',
    async () => {
      const on = await openCapture()
      expect(on.heading()).toBe('Save your new recovery code')
      expect(on.container).toHaveTextContent(
        'Your old code no longer works. This new one replaces it.',
      )
    },
  ],
  [
    'the new code is in a message that goes away',
    'https://github.com/objectstack-ai/objectstack/issues/10681',
    async () => {
      vi.useFakeTimers()
      const on = await openCapture()
      await vi.advanceTimersByTimeAsync(3_600_000)
      expect(on.code()).toBe(newCode)
    },
  ],
  [
    'the page says too little for people who do not know what the code is for',
    'https://github.com/authgear/authgear-server/issues/1252',
    () => {
      expect(englishLabels['notice.enrol.lead']).toMatch(
        /If you ever lose .* this code lets you in/,
      )
      expect(englishLabels['notice.printNote']).toMatch(/Works once/)
    },
  ],
  [
    'the page of codes shows nothing, and the file says “undefined”',
    `https://github.com/Expensify/App/issues/20546
     https://github.com/mozilla/fxa-content-server/issues/6696
     https://github.com/peeringdb/peeringdb/issues/1911`,
    () => {
      const onConfirm = vi.fn<() => void>()
      function Page() {
        const { confirmation } = useRecoveryCodeCapture({ newRecoveryCode: '', onConfirm })
        return <SaveConfirmation {...confirmation} />
      }
      const on = open(<Page />)
      expect(on.container.querySelectorAll('[data-rrl-action]')).toHaveLength(0)
      on.tick()
      on.press('continue')
      expect(onConfirm).not.toHaveBeenCalled()
    },
  ],
  [
    'the gate is open from the last time',
    `https://github.com/Expensify/App/issues/57214
     https://github.com/supabase/supabase/pull/50336`,
    async () => {
      const first = await openCapture()
      first.tick()
      first.unmount()
      const second = await openCapture()
      expect(second.get('checkbox')).not.toBeChecked()
      await second.confirm()
      expect(second.completions).toEqual([])
    },
  ],
  [
    'a replaced code is taken as saved without asking',
    'https://github.com/mozilla/fxa/issues/3858',
    async () => {
      const on = await openCapture()
      await on.confirm()
      expect(on.completions).toEqual([])
    },
  ],
  [
    'the page can be left, and the code is gone',
    `https://github.com/rubygems/rubygems.org/pull/1965
     https://github.com/rubygems/rubygems.org/pull/3082`,
    async () => {
      await openCapture()
      const leaving = new Event('beforeunload', { cancelable: true })
      window.dispatchEvent(leaving)
      expect(leaving.defaultPrevented).toBe(true)
    },
  ],
  [
    'one is made to type the whole code again',
    'https://github.com/seedvault-app/seedvault/issues/420',
    async () => {
      const usual = await openCapture()
      expect(usual.find('input')).toBeNull()
      const asked = await openCapture({ confirmBy: 'retype' })
      pick(
        asked.get('retype-file').querySelector('input')!,
        new File([newCode], 'recovery-code.txt'),
      )
      await settle(1)
      expect(asked.get('hint')).toHaveTextContent('It matches.')
    },
  ],
  [
    'a good copy is refused in the confirm step, without a true cause',
    'https://github.com/mozilla/fxa/issues/17853',
    async () => {
      const on = await openCapture({ confirmBy: 'retype' })
      on.type(`${newCode.slice(0, 4)}Z${newCode.slice(5)}`)
      fireEvent.blur(on.field())
      expect(on.get('error')).toHaveTextContent('Group 2 is different. Show the code and compare.')
    },
  ],
  [
    'there is no way to test what was saved',
    `https://github.com/bitwarden/clients/issues/14125
     https://github.com/element-hq/element-meta/issues/3185
     https://github.com/element-hq/element-web/issues/35137`,
    async () => {
      const on = await openCapture({ confirmBy: 'retype' })
      on.type(newCode)
      expect(on.get('hint')).toHaveTextContent('It matches. Your copy is good.')
      expect(on.wire.posts, 'it costs nothing').toHaveLength(1)
    },
  ],
  [
    'Copy does nothing on a page without https',
    'https://github.com/MacRimi/ProxMenux/issues/141',
    async () => {
      const on = await openCapture()
      await on.save('copy')
      expect(on.get('alert')).toHaveTextContent('Press Ctrl + C to copy it.')
      expect(document.getSelection()?.toString()).toBe(newCode)
    },
  ],
  [
    'Copy says nothing, or says “copied” when it failed',
    `https://github.com/LanternOps/breeze/issues/4471
     https://github.com/Sucuri/sucuri-wordpress-plugin/pull/215
     https://github.com/linkwarden/linkwarden/pull/1718
     https://github.com/clerk/javascript/pull/9802`,
    async () => {
      const on = await openCapture({ platform: answering('failed') })
      await on.save('copy')
      expect(on.action('copy')).not.toHaveTextContent('Copied')
      expect(on.get('alert')).toHaveTextContent('Your browser did not let us copy')
      expect(on.code(), 'and the code stays').toBe(newCode)
    },
  ],
  [
    'there is no Copy button',
    `https://github.com/Hikyo-Org/Hikyo/issues/454
     https://github.com/opencollective/opencollective/issues/6050`,
    async () => expect((await openCapture()).action('copy')).toHaveTextContent('Copy code'),
  ],
  [
    'Safari refuses a copy that comes after the click',
    `https://github.com/instantdb/instant/pull/1861
     https://github.com/sudodoki/copy-to-clipboard/issues/109`,
    async () => {
      const copied: string[] = []
      withClipboard(async (text) => void copied.push(text))
      const on = await openCapture()
      fireEvent.click(on.action('copy'))
      expect(copied, 'in the click’s own tick').toEqual([newCode])
      await settle(1)
    },
  ],
  [
    'the result of Copy is not announced, or not when it is pressed again',
    `https://github.com/Expensify/App/pull/82935
     https://github.com/supabase/supabase/pull/50488`,
    async () => {
      const on = await openCapture({ platform: answering('done') })
      const said = new Set<Element | null>()
      for (let press = 0; press < 2; press += 1) {
        await on.save('copy')
        expect(on.get('status')).toHaveAttribute('role', 'status')
        said.add(on.get('status').firstElementChild)
      }
      expect(said.size, 'a new message each time').toBe(2)
    },
  ],
  [
    'a message is read twice',
    `https://github.com/alphagov/govuk-design-system/pull/3080
     https://github.com/uswds/uswds-site/pull/2059`,
    async () => {
      const on = await openCapture({ platform: answering('done') })
      await on.save('copy')
      expect(on.heard()).toHaveLength(1)
      expect(on.container.querySelectorAll('[role][aria-live]')).toHaveLength(0)
    },
  ],
  [
    'the Copy icon has no name',
    'https://github.com/canonical/desktop-security-center/issues/127',
    async () => {
      const on = await openCapture()
      for (const button of on.container.querySelectorAll('button'))
        expect(button).toHaveAccessibleName()
    },
  ],
  [
    'a screen reader does not get to a disabled button',
    'https://github.com/mozilla/fxa/pull/17024',
    async () => {
      const on = await openCapture()
      expect(on.get('continue')).toHaveAttribute('aria-disabled', 'true')
      expect(on.get('continue')).toBeEnabled()
    },
  ],
  [
    'the file has no code in it',
    `https://github.com/keycloak/keycloak/issues/31260
     https://github.com/silverstripe/silverstripe-mfa/pull/188`,
    async () => expect((await downloaded()).text.split('\n')).toContain(newCode),
  ],
  [
    'the file’s name says nothing',
    `https://github.com/silverstripe/silverstripe-mfa/issues/510
     https://github.com/mozilla/fxa-content-server/issues/6071`,
    async () => {
      expect((await downloaded()).name).toBe('recovery-code.txt')
      const fileName = ({ site }: { site?: string }) => `${site}-recovery-code.txt`
      expect((await downloaded({ fileName })).name).toBe('Fernhill-recovery-code.txt')
    },
  ],
  [
    'the file does not say what it is for',
    'https://github.com/WordPress/wporg-two-factor/issues/293',
    async () => {
      const { text } = await downloaded()
      expect(text).toMatch(/^Fernhill recovery code\nAccount: mira@example\.com\nNew on /)
      expect(text).toContain('Works once. Replaces every earlier code.')
    },
  ],
  [
    'the file’s full address helps a thief',
    'https://github.com/WordPress/two-factor/issues/957',
    async () => {
      expect((await downloaded()).text).not.toMatch(/https?:|\//)
      const fileText = ({ code }: { code: string }) => code
      expect((await downloaded({ fileText })).text, 'and the host may say less').toBe(newCode)
    },
  ],
  [
    'Download leaves the page, and the sign-in with it',
    `https://github.com/authgear/authgear-server/issues/1463
     https://github.com/mozilla/fxa-content-server/issues/6220
     https://github.com/mozilla/fxa-content-server/issues/6553`,
    async () => {
      const links: HTMLAnchorElement[] = []
      vi.stubGlobal(
        'URL',
        Object.assign(class extends URL {}, {
          createObjectURL: () => 'blob:1',
          revokeObjectURL: () => {},
        }),
      )
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
        this: HTMLAnchorElement,
      ) {
        links.push(this)
      })
      const on = await openCapture()
      await on.save('download')
      expect(links[0]?.download).toBe('recovery-code.txt')
      expect(links[0]?.target).toBe('')
      expect(on.get('alert')).toHaveTextContent('Is the file there?')
    },
  ],
  [
    'a file is saved that nobody asked for',
    `https://github.com/Expensify/App/pull/90942
     https://github.com/Expensify/App/pull/91655`,
    async () => {
      const save = vi.fn<() => Promise<'done'>>().mockResolvedValue('done')
      const on = await openCapture({
        platform: { copy: save, download: save, print: save, share: save, offers: () => true },
      })
      on.tick()
      await on.confirm()
      expect(save).not.toHaveBeenCalled()
    },
  ],
  [
    'one is told to take a screenshot, which a cloud then has',
    'https://github.com/Expensify/App/issues/91253',
    () => expect(texts.filter((text) => /screen ?shot|photo|picture/i.test(text))).toEqual([]),
  ],
  [
    'Print opens a window that is blocked, or prints the wrong page',
    `https://github.com/bitwarden/web/issues/759
     https://github.com/nextcloud/server/issues/2662
     https://github.com/Automattic/wp-desktop/issues/910`,
    async () => {
      const opened = vi.spyOn(window, 'open').mockImplementation(() => null)
      const printed = vi.fn<() => void>()
      vi.stubGlobal('print', printed)
      const on = await openCapture()
      await on.save('print')
      expect(printed).toHaveBeenCalledOnce()
      expect(opened).not.toHaveBeenCalled()
    },
  ],
  [
    'Print is offered where nothing prints',
    'https://github.com/Automattic/wp-calypso/issues/385',
    async () => {
      const on = await openCapture({ platform: { offers: (action) => action !== 'print' } })
      expect(on.container.querySelector('[data-rrl-action="print"]')).toBeNull()
    },
  ],
  [
    'the paper says neither what it is nor of when',
    `https://github.com/nextcloud/twofactor_totp/issues/107
     https://github.com/Automattic/wp-calypso/pull/39166
     https://github.com/tutao/tutanota/issues/765`,
    async () => {
      const on = await openCapture({ site: 'Fernhill', account: 'mira@example.com' })
      expect(on.get('code-card')).toHaveTextContent(
        /^Fernhill recovery codemira@example\.comNew on .*Works once\./,
      )
    },
  ],
  [
    'one cannot print or download it',
    `https://github.com/goauthentik/authentik/issues/15664
     https://github.com/FusionAuth/fusionauth-issues/issues/1173`,
    async () => {
      const on = await openCapture({ platform: answering('asked') })
      expect(on.action('print')).toBeVisible()
      expect(on.action('download')).toBeVisible()
    },
  ],
  [
    'on a page from right to left the groups stand in the wrong order',
    `https://github.com/andOTP/andOTP/issues/292
     https://github.com/ente/ente/issues/9039`,
    async () => expect((await openCapture()).get('code')).toHaveAttribute('dir', 'ltr'),
  ],
  [
    'a translation took the place of the code',
    'https://github.com/RocketChat/Rocket.Chat/issues/10455',
    async () => {
      const labels = {
        'notice.codeName': '',
        'notice.lead': '',
        'notice.cardTitle': '',
      }
      const on = await openCapture({ labels })
      expect(on.code(), 'no label holds it').toBe(newCode)
      expect(on.get('code')).toHaveAttribute('translate', 'no')
    },
  ],
  [
    'a box of the theme’s own leaves Continue locked',
    `https://github.com/keycloakify/keycloakify/issues/713
     https://github.com/keycloakify/keycloakify/pull/753
     https://github.com/keycloak/keycloak/issues/39843`,
    async () => {
      const Checkbox = forwardRef<HTMLInputElement, ComponentPropsWithRef<'input'>>(
        function Checkbox(props, ref) {
          return <input {...props} ref={ref} id="theirs" className="theirs" />
        },
      )
      const on = await openCapture({ slots: { Checkbox } })
      expect(on.get('checkbox')).toHaveClass('theirs')
      on.tick()
      await on.confirm()
      expect(on.completions).toHaveLength(1)
    },
  ],
  [
    'parts of one’s own are not taken, or not in each step',
    `https://github.com/aws-amplify/amplify-ui/issues/2288
     https://github.com/aws-amplify/amplify-ui/issues/1256
     https://github.com/aws-amplify/amplify-ui/issues/1995
     https://github.com/aws-amplify/amplify-ui/issues/3224`,
    async () => {
      const slots = {
        Heading: ({ children, ...props }: ComponentPropsWithRef<'h2'>) => (
          <h1 {...props}>{children}</h1>
        ),
      }
      const footer = <p className="theirs">Their foot</p>
      const prompt = open(signIn({ slots, footer }).page())
      const capture = await openCapture({ slots, footer })
      for (const on of [prompt, capture]) {
        expect(on.container.querySelectorAll('h1')).toHaveLength(1)
        expect(on.container.querySelectorAll('.theirs')).toHaveLength(1)
      }
    },
  ],
  [
    'nobody says where such a code is kept',
    `https://github.com/bitwarden/web/issues/412
     https://github.com/aliasvault/aliasvault/issues/1711
     https://github.com/zitadel/zitadel/issues/6898`,
    async () => {
      const on = await openCapture({ platform: answering('done') })
      expect(on.get('save-lead')).toHaveTextContent(
        'Keep it where you can get to it when you are locked out.',
      )
      await on.save('copy')
      expect(on.get('status')).toHaveTextContent('such as a password manager')
      on.unmount()
      // And there is a place for a manager’s own button, next to the other ways.
      function Page() {
        const { confirmation } = useRecoveryCodeCapture({
          newRecoveryCode: newCode,
          onConfirm() {},
        })
        return <SaveConfirmation {...confirmation} extraActions={<button>Save to Vault</button>} />
      }
      expect(open(<Page />).get('save-actions')).toHaveTextContent('Save to Vault')
      // The drop-in's slot gets the code with the step.
      const keep = vi.fn<(code: string) => void>()
      const dropIn = await openCapture({
        extraActions: (challenge) =>
          challenge.step === 'capture' && (
            <button onClick={() => keep(challenge.notice.newRecoveryCode)}>Save to Vault</button>
          ),
      })
      fireEvent.click(within(dropIn.get('save-actions')).getByText('Save to Vault'))
      expect(keep).toHaveBeenCalledExactlyOnceWith(newCode)
    },
  ],
  [
    'two ways to save run at once',
    'https://github.com/clerk/javascript/pull/9802',
    async () => {
      const share = vi.fn<() => Promise<'done'>>().mockResolvedValue('done')
      const copy = () => new Promise<'done'>(() => {})
      const on = await openCapture({ platform: { ...answering('done'), copy, share } })
      await on.save('copy')
      await on.save('share')
      expect(share).not.toHaveBeenCalled()
      expect(on.get('error')).toHaveTextContent('the code is still being saved')
    },
  ],
]

it.each(complaints)('complaint: %s', (_complaint, _sources, expectMet) => expectMet())
