import { expect, test } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { openPrompt } from './firefox-page.ts'

test.for(['drop', 'cut', 'reset'])(
  'R11 in Firefox, an answer is lost (%s), and comes back',
  async (how, context) => {
    const { on, code } = await openPrompt({ held: true })
    await on.page.evaluate((body) => fetch('/demo/break', { method: 'POST', body }), how)
    await on.page.type('[data-rrl-part="input"]', code)
    await on.press('Continue')
    await on.shows('Save your new recovery code')
    expect(await on.textOf('code')).toMatch(/^[1-9A-Z]{24}$/)
    await on.page.click('[data-rrl-part="checkbox"]')
    await on.press('Continue')
    await on.shows('Welcome back')
    proves(context, ['N1', 'N2'], 'back, with a session (Firefox)')
  },
)
