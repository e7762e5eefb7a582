// Submits a code through the built hook, in a page, with a fake answer. Prints the step and what the page shows. No
// TypeScript: jsdom ships no types.
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<main></main>', { url: 'https://app.example/' })
// Before importing React, which checks for a page once.
Object.assign(globalThis, { window, document: window.document, location: window.location })
const { createElement } = await import('react')
const { createRoot } = await import('react-dom/client')
const { useRecoveryCodeChallenge, useRecoveryCodeForm } =
  await import('react-recovery-login/headless')

const sent = []
const transport = {
  endpoint: '/login/recovery-code',
  async fetch(url, { body }) {
    sent.push({ url: String(url), code: body.get('recovery_code') })
    return Response.json({ recovery_code: 'NEWC1DE2NEWC3DE4NEWC5DE6', session: true })
  },
}

function Login() {
  const challenge = useRecoveryCodeChallenge({
    mfaToken: 'the-mfa-token',
    transport,
    onComplete: () => {},
  })
  const shown =
    challenge.step === 'prompt' || challenge.step === 'verifying'
      ? createElement(Prompt, challenge.form)
      : challenge.notice?.newRecoveryCode
  return createElement('section', { className: challenge.step }, shown)
}

function Prompt(binding) {
  const { formProps, inputProps } = useRecoveryCodeForm(binding)
  return createElement('form', formProps, createElement('input', inputProps))
}

const main = window.document.querySelector('main')
const step = () => main.firstElementChild?.className
const root = createRoot(main)
root.render(createElement(Login))
await until(() => step() === 'prompt')
const input = main.querySelector('input')
// As typing does. React would ignore `input.value = `.
input.setRangeText('k6lg-lv3r-sh3v-ermk-et8l-7qku')
input.dispatchEvent(new window.Event('input', { bubbles: true }))
main.querySelector('form').requestSubmit()
await until(() => !['prompt', 'verifying'].includes(step()))
console.log(JSON.stringify({ sent, step: step(), shown: main.textContent }))
root.unmount()

/** If it never comes, the test that runs this kills it. */
async function until(isThere) {
  while (!isThere()) await new Promise((next) => setImmediate(next))
}
