import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { everyScreen } from './every-screen.tsx'
import { openScreens } from './open-screen.ts'

const names = Object.keys(everyScreen)

it('I10 each screen, as a screen reader gets it', async (test) => {
  const { show } = await openScreens()
  const screens: string[] = []
  for (const name of names) {
    // Without the `main` around it.
    const [, ...lines] = (await (await show(name)).ariaSnapshot()).split('\n')
    const words = lines.map((line) => line.slice(2)).join('\n')
    screens.push(`## ${name}\n\n\`\`\`yaml\n${words}\n\`\`\`\n`)
  }
  const lead = `# Each screen, as a screen reader gets it

What the accessibility tree of each screen contains, in reading order. \`pnpm test --project e2e in-words\` compares it with Chromium’s, and writes it with \`-u\`.
`
  await expect([lead, ...screens].join('\n')).toMatchFileSnapshot('../../docs/in-words.md')
  proves(test, 'N10', `${names.length} screens in words`)
})

it('I10 the code is read in its groups, once, and is in no name or description', async (test) => {
  const { page, show } = await openScreens()
  const devtools = await page.context().newCDPSession(page)
  for (const name of names) {
    await show(name)
    const { nodes } = await devtools.send('Accessibility.getFullAXTree')
    const heard = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'StaticText')
    const groups = heard.flatMap(({ name: text }) =>
      /^[1-9A-HJ-NP-Z]{4}$/.test(String(text?.value)) ? [text?.value] : [],
    )
    const shown = (await page.getByRole('group', { name: /^New recovery code/ }).count()) === 1
    expect(groups, name).toEqual(shown ? ['W9QJ', '3NBX', '7VGT', '5KZR', '2MCH', '8DPF'] : [])
    const others = nodes.filter(
      ({ role }) => !['StaticText', 'InlineTextBox'].includes(String(role?.value)),
    )
    expect(
      JSON.stringify(others.map(({ name, description, value }) => [name, description, value])),
      name,
    ).not.toMatch(/W9QJ|3NBX|7VGT|5KZR|2MCH|8DPF/)
  }
  proves(test, ['N4', 'N10'], `${names.length} screens, 6 groups, 0 names with a code`)
})
