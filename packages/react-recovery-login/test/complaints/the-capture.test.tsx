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

it('complaint: nobody says plainly that the code has changed', async () => {
  const on = await openCapture()
  expect(on.heading()).toBe('Save your new recovery code')
  expect(on.container).toHaveTextContent('Your old code no longer works. This new one replaces it.')
})

it('complaint: the new code is in a message that goes away', async () => {
  vi.useFakeTimers()
  const on = await openCapture()
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(on.code()).toBe(newCode)
})

it('complaint: the page says too little for people who do not know what the code is for', () => {
  expect(englishLabels['notice.enrol.lead']).toMatch(/If you ever lose .* this code lets you in/)
  expect(englishLabels['notice.printNote']).toMatch(/Works once/)
})

it('complaint: the page of codes shows nothing, and the file says “undefined”', () => {
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
})

it('complaint: the gate is open from the last time', async () => {
  const first = await openCapture()
  first.tick()
  first.unmount()
  const second = await openCapture()
  expect(second.get('checkbox')).not.toBeChecked()
  await second.confirm()
  expect(second.completions).toEqual([])
})

it('complaint: a replaced code is taken as saved without asking', async () => {
  const on = await openCapture()
  await on.confirm()
  expect(on.completions).toEqual([])
})

it('complaint: the page can be left, and the code is gone', async () => {
  await openCapture()
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  expect(leaving.defaultPrevented).toBe(true)
})

it('complaint: one is made to type the whole code again', async () => {
  const usual = await openCapture()
  expect(usual.find('input')).toBeNull()
  const asked = await openCapture({ confirmBy: 'retype' })
  pick(asked.get('retype-file').querySelector('input')!, new File([newCode], 'recovery-code.txt'))
  await settle(1)
  expect(asked.get('hint')).toHaveTextContent('It matches.')
})

it('complaint: a good copy is refused in the confirm step, without a true cause', async () => {
  const on = await openCapture({ confirmBy: 'retype' })
  on.type(`${newCode.slice(0, 4)}Z${newCode.slice(5)}`)
  fireEvent.blur(on.field())
  expect(on.get('error')).toHaveTextContent('Group 2 is different. Show the code and compare.')
})

it('complaint: there is no way to test what was saved', async () => {
  const on = await openCapture({ confirmBy: 'retype' })
  on.type(newCode)
  expect(on.get('hint')).toHaveTextContent('It matches. Your copy is good.')
  expect(on.wire.posts, 'it costs nothing').toHaveLength(1)
})

it('complaint: Copy does nothing on a page without https', async () => {
  const on = await openCapture()
  await on.save('copy')
  expect(on.get('alert')).toHaveTextContent('Press Ctrl + C to copy it.')
  expect(document.getSelection()?.toString()).toBe(newCode)
})

it('complaint: Copy says nothing, or says “copied” when it failed', async () => {
  const on = await openCapture({ platform: answering('failed') })
  await on.save('copy')
  expect(on.action('copy')).not.toHaveTextContent('Copied')
  expect(on.get('alert')).toHaveTextContent('Your browser did not let us copy')
  expect(on.code(), 'and the code stays').toBe(newCode)
})

it('complaint: there is no Copy button', async () =>
  expect((await openCapture()).action('copy')).toHaveTextContent('Copy code'))

it('complaint: Safari refuses a copy that comes after the click', async () => {
  const copied: string[] = []
  withClipboard(async (text) => void copied.push(text))
  const on = await openCapture()
  fireEvent.click(on.action('copy'))
  expect(copied, 'in the click’s own tick').toEqual([newCode])
  await settle(1)
})

it('complaint: the result of Copy is not announced, or not when it is pressed again', async () => {
  const on = await openCapture({ platform: answering('done') })
  const said = new Set<Element | null>()
  for (let press = 0; press < 2; press += 1) {
    await on.save('copy')
    expect(on.get('status')).toHaveAttribute('role', 'status')
    said.add(on.get('status').firstElementChild)
  }
  expect(said.size, 'a new message each time').toBe(2)
})

it('complaint: a message is read twice', async () => {
  const on = await openCapture({ platform: answering('done') })
  await on.save('copy')
  expect(on.heard()).toHaveLength(1)
  expect(on.container.querySelectorAll('[role][aria-live]')).toHaveLength(0)
})

it('complaint: the Copy icon has no name', async () => {
  const on = await openCapture()
  for (const button of on.container.querySelectorAll('button'))
    expect(button).toHaveAccessibleName()
})

it('complaint: a screen reader does not get to a disabled button', async () => {
  const on = await openCapture()
  expect(on.get('continue')).toHaveAttribute('aria-disabled', 'true')
  expect(on.get('continue')).toBeEnabled()
})

it('complaint: the file has no code in it', async () =>
  expect((await downloaded()).text.split('\n')).toContain(newCode))

it('complaint: the file’s name says nothing', async () => {
  expect((await downloaded()).name).toBe('recovery-code.txt')
  const fileName = ({ site }: { site?: string }) => `${site}-recovery-code.txt`
  expect((await downloaded({ fileName })).name).toBe('Fernhill-recovery-code.txt')
})

it('complaint: the file does not say what it is for', async () => {
  const { text } = await downloaded()
  expect(text).toMatch(/^Fernhill recovery code\nAccount: mira@example\.com\nNew on /)
  expect(text).toContain('Works once. Replaces every earlier code.')
})

it('complaint: the file’s full address helps a thief', async () => {
  expect((await downloaded()).text).not.toMatch(/https?:|\//)
  const fileText = ({ code }: { code: string }) => code
  expect((await downloaded({ fileText })).text, 'and the host may say less').toBe(newCode)
})

it('complaint: Download leaves the page, and the sign-in with it', async () => {
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
})

it('complaint: a file is saved that nobody asked for', async () => {
  const save = vi.fn<() => Promise<'done'>>().mockResolvedValue('done')
  const on = await openCapture({
    platform: { copy: save, download: save, print: save, share: save, offers: () => true },
  })
  on.tick()
  await on.confirm()
  expect(save).not.toHaveBeenCalled()
})

it('complaint: one is told to take a screenshot, which a cloud then has', () =>
  expect(texts.filter((text) => /screen ?shot|photo|picture/i.test(text))).toEqual([]))

it('complaint: Print opens a window that is blocked, or prints the wrong page', async () => {
  const opened = vi.spyOn(window, 'open').mockImplementation(() => null)
  const printed = vi.fn<() => void>()
  vi.stubGlobal('print', printed)
  const on = await openCapture()
  await on.save('print')
  expect(printed).toHaveBeenCalledOnce()
  expect(opened).not.toHaveBeenCalled()
})

it('complaint: Print is offered where nothing prints', async () => {
  const on = await openCapture({ platform: { offers: (action) => action !== 'print' } })
  expect(on.container.querySelector('[data-rrl-action="print"]')).toBeNull()
})

it('complaint: the paper says neither what it is nor of when', async () => {
  const on = await openCapture({ site: 'Fernhill', account: 'mira@example.com' })
  expect(on.get('code-card')).toHaveTextContent(
    /^Fernhill recovery codemira@example\.comNew on .*Works once\./,
  )
})

it('complaint: one cannot print or download it', async () => {
  const on = await openCapture({ platform: answering('asked') })
  expect(on.action('print')).toBeVisible()
  expect(on.action('download')).toBeVisible()
})

it('complaint: on a page from right to left the groups stand in the wrong order', async () =>
  expect((await openCapture()).get('code')).toHaveAttribute('dir', 'ltr'))

it('complaint: a translation took the place of the code', async () => {
  const labels = {
    'notice.codeName': '',
    'notice.lead': '',
    'notice.cardTitle': '',
  }
  const on = await openCapture({ labels })
  expect(on.code(), 'no label holds it').toBe(newCode)
  expect(on.get('code')).toHaveAttribute('translate', 'no')
})

it('complaint: a box of the theme’s own leaves Continue locked', async () => {
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
})

it('complaint: parts of one’s own are not taken, or not in each step', async () => {
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
})

it('complaint: nobody says where such a code is kept', async () => {
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
})

it('complaint: two ways to save run at once', async () => {
  const share = vi.fn<() => Promise<'done'>>().mockResolvedValue('done')
  const copy = () => new Promise<'done'>(() => {})
  const on = await openCapture({ platform: { ...answering('done'), copy, share } })
  await on.save('copy')
  await on.save('share')
  expect(share).not.toHaveBeenCalled()
  expect(on.get('error')).toHaveTextContent('the code is still being saved')
})
