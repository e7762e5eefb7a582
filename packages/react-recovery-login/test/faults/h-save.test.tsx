import { act } from '@testing-library/react'
import type { CaptureFile, CapturePlatform, RecoveryCodeChallengeProps } from 'react-recovery-login'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { canaries, findCanaries } from '../canaries.ts'
import { answering, openCapture, type CapturePage } from './capture-page.tsx'
import { reported, settle } from './harness.tsx'
import { proves } from './runs.ts'

const { newCode } = canaries
const account = 'mira@example.com'

/** What the browser got; jsdom has no object URLs and follows no links. */
const live = new Map<string, Blob>()
const clicked: { name: string; blob: Blob | undefined }[] = []
let numbered = 0
beforeEach(() => {
  vi.stubGlobal(
    'URL',
    Object.assign(class extends URL {}, {
      createObjectURL(blob: Blob) {
        const url = `blob:${(numbered += 1)}`
        live.set(url, blob)
        return url
      },
      revokeObjectURL: (url: string) => live.delete(url),
    }),
  )
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push({ name: this.download, blob: live.get(this.href) })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  live.clear()
  clicked.length = 0
})

describe('H6 the file', () => {
  // Not freed with the wipe: a save dialog may still be open, and would save nothing.
  it('is the code and what to know about it, freed after 40 s', async (test) => {
    const issued = Date.UTC(2026, 10, 24, 12)
    const on = await openCapture({ site: 'Fernhill', account, now: () => issued })
    vi.useFakeTimers()
    await on.save('download')
    const [file] = clicked.splice(0)
    expect(file?.name).toBe('recovery-code.txt')
    expect(await file?.blob?.text()).toBe(
      `Fernhill recovery code
Account: mira@example.com
New on November 24, 2026

${newCode}

Works once. Replaces every earlier code. Keep it where only you can find it.
`,
    )
    vi.advanceTimersByTime(39_999)
    expect(live.size).toBe(1)
    vi.advanceTimersByTime(1)
    expect(live.size).toBe(0)
    proves(test, ['N4', 'N8'], '1 file → 0 live URLs after 40 s, fixed: once')
  })

  it('omits what is not known', async () => {
    const on = await openCapture({ now: () => Date.UTC(2026, 10, 24, 12) })
    await on.save('download')
    expect(await clicked[0]?.blob?.text()).toMatch(
      /^Recovery code\nNew on November 24, 2026\n\n[A-Z0-9]{24}\n/,
    )
  })

  it.each<[string, RecoveryCodeChallengeProps['fileName'], string]>([
    ['a name', 'fernhill.txt', 'fernhill.txt'],
    [
      'a name made of site, account and date',
      ({ site, account, date }) => `${site} ${account} ${date.getUTCFullYear()}.txt`,
      'Fernhill mira@example.com 2026.txt',
    ],
  ])('has %s from the host', async (_what, fileName, name) => {
    const now = () => Date.UTC(2026, 10, 24, 12)
    const on = await openCapture({ site: 'Fernhill', account, fileName, now })
    await on.save('download')
    expect(clicked[0]?.name).toBe(name)
    expect(on.get('alert')).toHaveTextContent(`Look in your downloads for ${name}`)
  })

  it('has a text from the host', async () => {
    const on = await openCapture({
      site: 'Fernhill',
      fileText: ({ code, site }) => `${site} ${code}`,
    })
    await on.save('download')
    expect(await clicked[0]?.blob?.text()).toBe(`Fernhill ${newCode}`)
  })

  it('has the kit’s name if the host’s throws: the screen stays', async () => {
    const fileName = () => {
      throw new Error('The host’s mistake.')
    }
    const on = await openCapture({ fileName })
    expect(on.code()).toBe(newCode)
    await on.save('download')
    expect(clicked[0]?.name).toBe('recovery-code.txt')
    expect(new Set(reported.splice(0).map(String))).toEqual(new Set(['Error: The host’s mistake.']))
  })

  it('is not saved if its text throws', async () => {
    const fileText = () => {
      throw new Error('The host’s mistake.')
    }
    const on = await openCapture({ fileText })
    await on.save('download')
    expect(clicked).toEqual([])
    expect(on.get('alert')).toHaveTextContent('The file could not be saved here.')
  })
})

describe.each(['download', 'print'])('H7 the person is asked about a %s', (name) => {
  const done = { download: 'Downloaded', print: 'Printed' }[name]!
  const failed = {
    download: 'The file could not be saved here. Save the code in another way.',
    print: 'Printing did not start here. Save the code in another way.',
  }[name]!

  it('their yes counts, is shown and announced', async () => {
    const on = await openCapture({ confirmBy: 'action', platform: answering('asked') })
    await on.save(name)
    expect(on.action(name)).not.toHaveTextContent(done)
    expect(on.events.at(-1)).toEqual({ type: 'action', action: name, result: 'asked' })
    await on.confirm()
    expect(on.completions).toEqual([])
    on.press('ask-yes')
    expect(on.find('alert')).toBeNull()
    expect(on.action(name)).toHaveTextContent(done)
    expect(on.heard()).toEqual([done])
    expect(on.events.at(-1)).toEqual({ type: 'action', action: name, result: 'done' })
    await on.confirm()
    expect(on.completions).toHaveLength(1)
  })

  it('after their no it says what to do instead, and nothing counts', async () => {
    const on = await openCapture({ platform: answering('asked') })
    await on.save(name)
    on.press('ask-no')
    expect(on.heard()).toEqual([failed])
    expect(document.activeElement).toBe(on.action('copy'))
    expect(on.action(name)).not.toHaveTextContent(done)
    expect(on.events.at(-1)).toEqual({ type: 'action', action: name, result: 'failed' })
    await on.confirm()
    expect(on.completions).toEqual([])
  })
})

it.each(['copy', 'share'])(
  'asks a fitting question about a %s whose result the host’s function can’t know',
  async (name) => {
    const on = await openCapture({ platform: answering('asked') })
    await on.save(name)
    expect(on.get('alert')).toHaveTextContent('Is the code there?')
    on.press('ask-yes')
    expect(on.action(name)).toHaveTextContent(name === 'copy' ? 'Copied' : 'Shared')
  },
)

/** Each member in turn is the host's; the others are the browser's. */
const members = {
  copy: (text: string) => Promise.resolve(text === newCode ? ('done' as const) : 'failed'),
  download: ({ name, text }: CaptureFile) =>
    Promise.resolve(text.includes(newCode) && !name.includes(newCode) ? 'done' : 'failed'),
  print: () => Promise.resolve('done' as const),
  share: (text: string) => Promise.resolve(text.includes(newCode) ? ('done' as const) : 'failed'),
} satisfies Partial<CapturePlatform>
const words = { copy: 'Copied', download: 'Downloaded', print: 'Printed', share: 'Shared' }
const names = ['copy', 'download', 'print', 'share'] as const
const offers = () => true

describe.each(names)('the platform’s %s is replaced', (name) => {
  it('and only it is called', async () => {
    const on = await openCapture({ platform: { [name]: members[name], offers } })
    await on.save(name)
    expect(on.action(name)).toHaveTextContent(words[name])
    expect(on.heard()).toHaveLength(1)
  })

  it.each<[string, () => unknown]>([
    [
      'throws synchronously',
      () => {
        throw new Error('The host’s mistake.')
      },
    ],
    ['rejects', () => Promise.reject(new Error('The host’s mistake.'))],
    ['resolves to nothing', () => undefined],
    ['resolves to another word', () => Promise.resolve('ok')],
  ])('and %s: it failed, and says so', async (_how, act) => {
    const on = await openCapture({
      confirmBy: 'action',
      // A host without types can return anything.
      platform: { [name]: act as CapturePlatform['print'], offers },
    })
    await on.save(name)
    expect(on.action(name)).not.toHaveTextContent(words[name])
    expect(on.heard()).toEqual([
      expect.stringMatching(/Save the code in another way|did not let us copy/),
    ])
    await on.confirm()
    expect(on.completions).toEqual([])
    expect(findCanaries(on.events)).toEqual([])
  })
})

it('an instance of a class is a platform: its methods are found, and keep their `this`', async () => {
  class WebView {
    readonly copied: string[] = []
    async copy(text: string) {
      this.copied.push(text)
      return 'done' as const
    }
    offers(action: string) {
      return action === 'copy' && this.copied.length === 0
    }
  }
  const platform = new WebView()
  const on = await openCapture({ platform })
  expect(on.container.querySelectorAll('[data-rrl-action]')).toHaveLength(1)
  await on.save('copy')
  expect(platform.copied).toEqual([newCode])
})

it('a platform that can’t say what it offers loses nothing else', async () => {
  const on = await openCapture({
    platform: {
      offers() {
        throw new Error('The host’s mistake.')
      },
    },
  })
  expect(on.code()).toBe(newCode)
  on.tick()
  await on.confirm()
  expect(on.completions).toHaveLength(1)
  expect(new Set(reported.splice(0).map(String))).toEqual(new Set(['Error: The host’s mistake.']))
})

it.each<[string, Partial<Navigator>, boolean]>([
  ['there is nothing to share with', {}, false],
  ['there is', { share: async () => {} }, true],
  ['this page may', { share: async () => {}, canShare: () => true }, true],
  ['this page may not', { share: async () => {}, canShare: () => false }, false],
])('Share is offered where the platform has it: %s', async (_where, given, there) => {
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(navigator, name, { value, configurable: true })
  const on = await openCapture()
  for (const name of Object.keys(given)) Reflect.deleteProperty(navigator, name)
  expect(on.container.querySelectorAll('[data-rrl-action="share"]')).toHaveLength(there ? 1 : 0)
})

describe('saving and leaving', () => {
  it('never happen in one tick, even if a custom page does both', async () => {
    const on = await openCapture({ confirmBy: 'continue', platform: answering('asked') })
    act(() => {
      on.action('download').click()
      on.get('continue').click()
    })
    expect(on.completions).toEqual([])
    await settle(1)
    await on.confirm()
    expect(on.completions).toHaveLength(1)
  })

  it('Continue waits for a save in progress, and says so', async () => {
    let answer: (result: 'done') => void = () => {}
    const copy = () => new Promise<'done'>((resolve) => (answer = resolve))
    const on = await openCapture({ platform: { copy } })
    on.tick()
    await on.save('copy')
    await on.confirm()
    expect(on.completions).toEqual([])
    expect(on.get('error')).toHaveTextContent('Wait a moment: the code is still being saved.')
    answer('done')
    await settle(1)
    expect(on.find('error')).toBeNull()
    await on.confirm()
    expect(on.completions).toHaveLength(1)
  })

  it.each(names)(
    'a %s that never answers blocks nobody: after 10 s the person is asked',
    async (name) => {
      const on = await openCapture({
        confirmBy: 'action',
        platform: { [name]: () => new Promise(() => {}), offers },
      })
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      await on.save(name)
      await act(() => vi.advanceTimersByTimeAsync(10_000))
      on.press('ask-yes')
      await on.confirm()
      expect(on.completions).toHaveLength(1)
    },
  )
})

describe('H8 dots are never printed', () => {
  it('the button shows a hidden code before anything prints', async () => {
    const printed: (string | null | undefined)[] = []
    const platform: CapturePlatform = {
      ...answering('asked'),
      async print() {
        printed.push(on.code())
        return 'asked'
      },
    }
    const on = await openCapture({ confirmBy: 'retype', platform })
    act(() => on.field().focus())
    expect(on.code()).not.toBe(newCode)
    await on.save('print')
    expect(printed).toEqual([newCode])
  })

  it.each<[string, (on: CapturePage) => void]>([
    ['the retype field has focus', (on) => on.field().focus()],
    [
      'the page came back from the back/forward cache',
      () => void window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true })),
    ],
  ])('so does the browser’s own command, if %s', async (_why, hide) => {
    const on = await openCapture({ confirmBy: 'retype' })
    act(() => hide(on))
    expect(on.code()).not.toBe(newCode)
    window.dispatchEvent(new Event('beforeprint'))
    expect(on.code()).toBe(newCode)
  })
})

it('if copy is not offered, no text says to copy, and focus goes to what is offered', async () => {
  const platform = { ...answering('failed'), offers: (action: string) => action !== 'copy' }
  const on = await openCapture({ confirmBy: 'action', platform })
  on.press('continue')
  expect(on.get('error')).toHaveTextContent('Save the code first. Copying it by hand counts, too.')
  expect(on.action('download')).toHaveFocus()
  await on.save('download')
  expect(on.get('alert')).toHaveTextContent('Save the code in another way.')
})

it.each([
  ['print', () => vi.stubGlobal('print', undefined)],
  [
    'download',
    () => {
      const { prototype } = HTMLAnchorElement
      const own = Object.getOwnPropertyDescriptor(prototype, 'download')!
      Reflect.deleteProperty(prototype, 'download')
      onTestFinished(() => void Object.defineProperty(prototype, 'download', own))
    },
  ],
])('what the browser can’t do is not offered: %s', async (action, takeAway) => {
  takeAway()
  const on = await openCapture()
  expect(on.container.querySelector(`[data-rrl-action="${action}"]`)).toBeNull()
  expect(on.action('copy')).toBeVisible()
})
