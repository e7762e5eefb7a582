import { cleanup, render } from '@testing-library/react'
import { englishLabels, type PartialLabels } from 'react-recovery-login'
import { germanLabels } from 'react-recovery-login/labels/german'
import { expect, it } from 'vitest'
import { Screens } from './screens.tsx'

/** Every screen, without the numbers that React gives to IDs. */
function draw(labels?: PartialLabels): string {
  const { innerHTML } = render(<Screens {...(labels && { labels })} />).container
  cleanup()
  return innerHTML.replaceAll(/_r_\w+_/g, 'id')
}

it.each([
  ['English', englishLabels],
  ['German', germanLabels],
])('%s draws the same screens from JSON', (_language, labels) => {
  expect(draw(JSON.parse(JSON.stringify(labels)))).toBe(draw(labels))
})

it('draws English if nothing is given, and for what is unusable', () => {
  const broken = JSON.parse(
    '{ "locale": "de_DE", "form.heading": null, "form.hint": {}, "save.copy": 1 }',
  )
  expect(draw(broken)).toBe(draw())
  expect(draw(englishLabels)).toBe(draw())
})
