import { Card, Heading } from './card.tsx'
import type { ElsewherePlace, Page } from './page.ts'

const places = {
  'another-way': {
    heading: 'Sign in another way',
    text: 'Here you would choose between your app, a text message and a security key. This demo has recovery codes alone.',
  },
  'next-step': {
    heading: 'Confirm the next step',
    text: 'Here you would be asked for a code from your app. This demo has recovery codes alone.',
  },
  'no-code': {
    heading: 'No recovery code?',
    text: 'Look in your password manager, your downloads and your papers. It has 24 letters and numbers, and only the code that you saved last works.',
  },
  help: {
    heading: 'Get help',
    text: 'Here you would reach the people who can let you in again once they know that it is you.',
  },
}

/** Where a product's own pages would start and this demo ends. */
export function ElsewherePage(props: { page: ElsewherePlace; onPage: (page: Page) => void }) {
  const { page, onPage } = props
  const { heading, text } = places[page.to]
  return (
    <Card>
      <Heading>{heading}</Heading>
      <p>{text}</p>
      <button type="button" onClick={() => onPage(page.back)}>
        Go back
      </button>
    </Card>
  )
}
