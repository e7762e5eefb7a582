type Act = (main: Element) => void

const field = 'input[type="text"]'
const code = 'H4TZ8MPW6RKC2VXN9JQB7SGD'

/** What the person does to get a screen into its named state. Runs in the page. */
export const acts: Readonly<Record<string, Act>> = {
  concealed: (main) => find(main, 'button[aria-label]').click(),
  'nothing typed': submit(''),
  'too short': submit(code.slice(4)),
  'too long': submit(`${code}XY`),
  'look-alike': submit(`0${code.slice(1)}`),
  'six digits': submit('123 456'),
  'six digits, no other way': submit('123 456'),
  offline(main) {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    submit(code)(main)
  },
  'unreadable file'(main) {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([Uint8Array.of(0xff)], 'recovery-code.png'))
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
    find(main, field).dispatchEvent(drop)
  },
  'retyped, another group': goOn,
  'retyped, too short': goOn,
  'retyped, old code': goOn,
  'retyped, unreadable': goOn,
}

function submit(text: string): Act {
  return (main) => {
    const input = find(main, field)
    if (input instanceof HTMLInputElement) input.setRangeText(text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    goOn(main)
  }
}

function goOn(main: Element): void {
  find(main, 'button[type="submit"]').click()
}

function find(main: Element, selector: string): HTMLElement {
  const found = main.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`There is no ${selector}.`)
  return found
}
