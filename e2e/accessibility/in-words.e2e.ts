import { expect, it } from 'vitest'
import { proves } from '#test/faults/runs.ts'
import { everyScreen } from './every-screen.tsx'
import { openScreens } from './open-screen.ts'

const prompt = `
- heading "Enter your recovery code" [level=2]
- paragraph: Use the code you saved for times when the way you usually confirm a sign-in is out of reach.
- paragraph: Can you still use your usual way? Then use it now, and keep this code for another time.
- text: Recovery code`
const hint = `
- paragraph: 24 letters and numbers. Spaces and dashes are fine.
- paragraph: A code works once. When you continue, this one is used up and you get a new one to save.`
const waysOut = `
- button "Try another way"
- button "I don’t have my code"
- button "Get help"`
const otherWays = `
- button "Try another way"
- button "Get help"`

/** The prompt with a message under the field. @param field Its count, state and text. */
const told = (field: string, message: string, counted = '') => `${prompt}${counted}
- textbox "Recovery code"${field}${message}
- button "Continue"${otherWays}
- status`
const alert = (title: string, text: string, button?: string) => `
- alert:
  - paragraph: ${title}
  - paragraph: ${text}${button === undefined ? '' : `\n  - button "${button}"`}`
const free = 'Nothing was sent, so this did not cost you a try.'
const appCode = `An app or a text message gives you 6 digits. A recovery code has 24 letters and numbers. ${free}`

/** The notice: its heading, what it says about the old code, and whose code it is. */
const notice = (card = 'Fernhill recovery code', late = '') => `
- heading "Save your new recovery code" [level=2]${late}
- paragraph:
  - text: Your old code no longer works.
  - strong: This new one replaces it.
  - text: It is shown only now.
- text: ${card} usual@example.com New on November 24, 2026`
const late = `
- paragraph: The answer came after all. Here is your new code.`
/** Six groups in a group whose name doesn't contain them. */
const code = `
- group "New recovery code, 6 groups of 4": W9QJ 3NBX 7VGT 5KZR 2MCH 8DPF`
const save = (copy = 'Copy code', share = '') => `
- paragraph: Keep it where you can get to it when you are locked out.
- button "${copy}"
- button "Download"
- button "Print"${share}`
const share = `
- button "Share"`
/** What is announced about a question or a match, then the checkbox. */
const box = (state = '', label = 'I have saved the new code of November 24, 2026', heard = '') => `
- status${heard}
- checkbox "${label}"${state}
- text: ${label}`
const locked = `
- button "Continue" [disabled]`
/** The late code, with the result of a save. */
const lateCode = (said: string, checkbox = box(), button = locked) =>
  `${notice('Recovery code', late)}${code}${save('Copy code', share)}${said}${checkbox}${button}`
const failed = (text: string) =>
  lateCode(`
- status
- alert:
  - paragraph: ${text}`)
const question = (title: string, text: string) => `
- status
- paragraph: ${title}
- paragraph:${text}
- button "Yes, it is there"
- button "No"`
const asked = (title: string, text: string) =>
  lateCode(question(title, ` ${text}`), box('', undefined, `: ${title} ${text}`))
const retyped = (said: string) => `${notice('Recovery code', late)}
- paragraph: The code is hidden.
- button "Show the code"${save('Copy code', share)}
- status
- status
- text: Enter the new code from your copy
- textbox "Enter the new code from your copy" [invalid]
- alert: ${said}
- text: Check the saved file
- button "Check the saved file"${locked}`
const unavailable = (why: string, heading = 'Recovery codes don’t work for this account') => `
- heading "${heading}" [level=2]
- paragraph: ${why}
- paragraph: Sign in another way, or ask us for help.${otherWays}`
const startAgain = (heading: string, ...texts: string[]) => `
- heading "${heading}" [level=2]${texts.map((text) => `\n- paragraph: ${text}`).join('')}
- button "Start again"${otherWays}`
const tooLong =
  'For your safety, a sign-in stays open for a few minutes only. Start again with your password, and have your recovery code ready.'
const cutOff =
  'The code you typed is used up, and the sign-in did not finish. Start again with your password.'
const lost = (lead: string) => `
- heading "We did not get an answer" [level=2]
- paragraph:
  - text: ${lead}
  - strong: The code may be used up, or it may still work.
- list:
  - listitem: Wait a moment and keep this page open.
  - listitem: Then try the same code once more. If it is refused, the first try has probably used it up.`

/** What a screen reader gets, screen by screen. */
const inWords: Readonly<Record<string, string>> = {
  prompt: `${prompt}
- textbox "Recovery code"${hint}
- button "Continue"${waysOut}
- status`,
  deadline: `${prompt}
- textbox "Recovery code"${hint}
- paragraph: This sign-in stays open until about 12:10 PM.
- button "Continue"${waysOut}
- status`,
  refused: `${prompt}
- textbox "Recovery code" [invalid]
- button "Hide the code"
- alert:
  - paragraph: That code was not accepted
  - paragraph: It may be mistyped, used before, or replaced by a newer one, or this account may have none. Compare it with the code you saved last.
- button "Continue"${waysOut}
- status`,
  limited: `${prompt}
- textbox "Recovery code"
- paragraph: Too many tries for now
- paragraph: To keep your account safe, there is a pause before the next try. The button comes back by itself.
- timer: 5:42 until you can try again
- button "Continue" [disabled]${waysOut}
- status: 6 minutes until you can try again.`,
  verifying: `${prompt}
- textbox "Recovery code"
- paragraph: This is taking longer than usual
- paragraph: "Your code was sent once and will not be sent again by itself. Keep this page open: your new code may be on its way."
- button "Checking your code…" [disabled]
- paragraph: Please keep this page open. Your new code comes with the answer.
- status: This is taking longer than usual`,
  concealed: `${prompt}
- textbox "Recovery code"
- button "Show the code"${hint}
- button "Continue"${otherWays}
- status`,
  'nothing typed': told(
    ' [invalid]',
    `
- alert:
  - paragraph: Enter your recovery code first.`,
  ),
  'too short': told(
    ': 8MPW6RKC2VXN9JQB7SGD',
    alert(
      'This code has 20 characters, not 24',
      `The beginning or the end may be missing. ${free}`,
      'Send it anyway',
    ),
    ' 20 of 24',
  ),
  'too long': told(
    ': H4TZ8MPW6RKC2VXN9JQB7SGDXY',
    alert(
      'This code has 26 characters, not 24',
      `There may be something else in the box besides the code. ${free}`,
      'Send it anyway',
    ),
    ' 26 of 24',
  ),
  'look-alike': told(
    ': 04TZ8MPW6RKC2VXN9JQB7SGD',
    alert(
      'Look again at a few characters',
      `These codes never contain 0, I, or O. Compare those places with your copy. ${free}`,
      'Send it anyway',
    ),
    ' 24 of 24',
  ),
  'six digits': told(
    ': 123 456',
    alert('This looks like a code from an app', appCode, 'Use that code instead'),
    ' 6 of 24',
  ),
  'six digits, no other way': `
- heading "Enter your recovery code" [level=2]
- paragraph: Use the code you saved for times when the way you usually confirm a sign-in is out of reach.
- text: Recovery code 6 of 24
- textbox "Recovery code": 123 456${alert('This looks like a code from an app', appCode)}
- button "Continue"
- button "Get help"
- status`,
  offline: told(
    ': H4TZ8MPW6RKC2VXN9JQB7SGD',
    alert(
      'You seem to be offline',
      'Nothing was sent. Connect to the internet, then continue.',
      'Send it anyway',
    ),
    ' 24 of 24',
  ),
  'unreadable file': told(
    '',
    alert('No code could be read from that file', 'Nothing was sent. Type the code, or paste it.'),
  ),
  'not slow yet': `${prompt}
- textbox "Recovery code"
- paragraph: 24 letters and numbers. Spaces and dashes are fine.
- button "Checking your code…" [disabled]
- paragraph: Please keep this page open. Your new code comes with the answer.
- status: Checking your code…`,
  'refused again': told(
    '',
    alert(
      'That code is no longer accepted',
      'Your earlier try probably went through, and the new code was lost with the answer. Sign in another way, or ask us for help.',
    ),
  ),
  'maybe locked': told(
    '',
    alert(
      'Still not accepted',
      'After several tries an account can be locked for a while, and then even the right code is refused. Wait some minutes, or sign in another way.',
    ),
  ),
  'wait over': `${told(
    '',
    `
- paragraph: You can try again now.`,
  )}: You can try again now.`,

  'new code': `${notice()}${code}${save()}
- status${box()}${locked}`,
  'too early': `${notice()}${code}${save()}
- status
- alert:
  - paragraph: Your browser did not let us copy
  - paragraph: The code above is selected for you. Press Ctrl + C to copy it.${box(' [invalid]')}
- alert: Save the code first, then tick this box. After you continue we can’t show the code again.${locked}`,
  asked: `${notice()}${code}${save('Copied')}${question(
    'Is the file there?',
    `
  - text: Look in your downloads for
  - strong: recovery-code.txt
  - text: and open it once.`,
  )}${box(
    ' [checked]',
    undefined,
    ': Is the file there? Look in your downloads for recovery-code.txt and open it once.',
  )}
- button "Continue"`,
  'all saved': `${notice('Recovery code', late)}${code}
- paragraph: Keep it where you can get to it when you are locked out.
- button "Copied"
- button "Downloaded"
- button "Printed"
- button "Shared"
- status: Copied. Now paste it where you keep it, such as a password manager.${box(' [checked]')}
- button "Continue"`,
  'copied by hand': lateCode(`
- status: You copied the code by hand. That counts.`),
  'print asked': asked('Is it on paper?', 'Check that you can read all 6 groups.'),
  'copy asked': asked('Is the code there?', 'Look for it in the place where you put it.'),
  'download failed': failed('The file could not be saved here. Save the code in another way.'),
  'print failed': failed('Printing did not start here. Save the code in another way.'),
  saving: lateCode(
    `
- status`,
    box(' [invalid]'),
    `
- alert: "Wait a moment: the code is still being saved."${locked}`,
  ),
  'late code': `${notice('Recovery code', late)}${code}${save('Copy code', share)}
- status
- status
- alert: Save the code first. Copying it by hand counts, too.${locked}`,
  'host finishes': lateCode(
    `
- status`,
    box(' [checked]'),
    `
- button "One moment…" [disabled]`,
  ),
  'host failed': lateCode(
    `
- status
- alert:
  - paragraph: The last step did not work
  - paragraph: Nothing is used up, and you can try this step as often as you need.`,
    box(' [checked]'),
    `
- button "Try again"`,
  ),
  retype: `${notice()}
- paragraph: The code is hidden.
- button "Show the code"${save()}
- status
- status
- text: Enter the new code from your copy
- textbox "Enter the new code from your copy"
- paragraph: Type it, paste it, or drop the saved file here. This is checked on this page only and uses nothing up.
- text: Check the saved file
- button "Check the saved file"${locked}`,
  'retyped, right': `${notice()}${code}${save()}
- status
- status: It matches. Your copy is good.
- text: Enter the new code from your copy
- textbox "Enter the new code from your copy"
- paragraph: It matches. Your copy is good.
- text: Check the saved file
- button "Check the saved file"${locked}`,
  'retype, too early': retyped('Enter the new code to show that your copy is good.'),
  'retyped, another group': retyped('Group 3 is different. Show the code and compare.'),
  'retyped, too short': retyped('3 characters are missing at the end.'),
  'retyped, old code': retyped('This is the old code, which no longer works. Enter the new one.'),
  'retyped, unreadable': retyped('No code could be read from that. Enter the new one.'),
  'first code': `
- heading "Save your recovery code" [level=2]
- paragraph: If you ever lose the way you usually confirm a sign-in, this code lets you in. It works once, and then you get a new one. It is shown only now.
- text: Recovery code usual@example.com Made on November 24, 2026${code}${save('Copy code', share)}
- status${box('', 'I have saved the code of November 24, 2026')}${locked}`,
  'code, cut-off sign-in': `
- heading "Save this code, then start again" [level=2]
- paragraph:
  - text: Your new code arrived, but the sign-in was cut off before it finished.
  - strong: The code you typed no longer works; this one does.
  - text: It is shown only now.
- text: Recovery code usual@example.com New on November 24, 2026${code}${save('Copy code', share)}
- status
- alert:
  - paragraph: Nothing was shared. Save the code in another way.${box()}
- button "Start the sign-in again" [disabled]`,

  unknown: `${lost('Your code was sent, but the answer got lost on the way.')}
- button "Try the same code once more"${otherWays}`,
  waiting: `${lost('Your code was sent, but the answer got lost on the way.')}
- paragraph: Still waiting for the answer. If it comes, your new code appears here.${otherWays}`,
  'service down': `${lost('Your code was sent, but our sign-in service is in trouble right now.')}
- button "Try the same code once more"${otherWays}`,
  completing: `
- heading "Signing you in" [level=2]
- paragraph: This takes a moment.`,
  'completing failed': `
- heading "The last step did not work" [level=2]
- paragraph: Nothing is used up, and you can try this step as often as you need.
- button "Try again"`,
  'signed in': `
- heading "You are signed in" [level=2]
- paragraph: No new recovery code was made this time.
- paragraph: Before you sign out, look in your security settings for a code that you can use next time.
- button "Continue"`,
  'signed in, new code': `
- heading "You are signed in" [level=2]
- paragraph: Next time you need a recovery code, use the new one.
- button "Continue"`,
  unavailable: unavailable(
    'This site does not use recovery codes at the moment, so a code can’t be checked here.',
  ),
  'no code': unavailable('No recovery code was ever made for this account.'),
  duo: unavailable('This account confirms sign-ins with Duo, which comes without recovery codes.'),
  'older code app': unavailable(
    'This account uses an older kind of code app. No recovery code was ever made for it.',
  ),
  'not set up': unavailable(
    'Something on our side is not set up right. It is not your mistake.',
    'We can’t check your code right now',
  ),
  'not sent': unavailable(
    `Something on our side is not set up right. It is not your mistake.
- paragraph: Nothing was sent, so this try did not use up your code.`,
    'We can’t check your code right now',
  ),
  expired: startAgain(
    'This sign-in took too long',
    tooLong,
    'As far as we know, your recovery code was not used up, so keep it.',
  ),
  'expired after a lost answer': startAgain(
    'This sign-in took too long',
    tooLong,
    'Your code may have been used up by the try that got no answer.',
  ),
  'another factor': `
- heading "One more step" [level=2]
- paragraph: This account asks for one more proof that it is you, after the recovery code.
- paragraph: Keep your recovery code until you are signed in. If it is used up, you will be given a new one.
- button "Go to the next step"${otherWays}`,
  denied: startAgain(
    'You could not be signed in',
    'This sign-in was refused after your code was checked, so the code may be used up. Ask us for help.',
  ),
  'not signed in': startAgain(
    'Start the sign-in again',
    cutOff,
    'If you are asked for a recovery code, use the new one that you have just saved.',
  ),
  'not signed in, no code': startAgain(
    'Start the sign-in again',
    cutOff,
    'No new code came with the answer. Sign in another way, or ask us for help.',
  ),
  interrupted: `
- heading "The page closed before you saved the code" [level=2]
- paragraph: "Your old code is used up, and the new one can’t be shown a second time. This is the way back in:"
- list:
  - listitem: If you copied, downloaded or printed the new code, that copy is good.
  - listitem: If your usual way works again, sign in with it and make a new recovery code in your settings.
  - listitem: If you have neither, ask us for help.
- button "Start again"${otherWays}`,
  'interrupted, signed in': `
- heading "The page closed before you saved the code" [level=2]
- paragraph: You are signed in. Your old code is used up, and the new one can’t be shown a second time.
- list:
  - listitem: If you copied, downloaded or printed the new code, that copy is good.
  - listitem: If not, make a new recovery code in your security settings before you sign out.
- button "Continue"${otherWays}`,
}

it('I10 each screen, as a screen reader gets it', async (test) => {
  const { show } = await openScreens()
  expect(Object.keys(inWords).toSorted()).toEqual(Object.keys(everyScreen).toSorted())
  for (const [name, words] of Object.entries(inWords)) {
    const [, ...lines] = (await (await show(name)).ariaSnapshot()).split('\n')
    expect(lines.map((line) => line.slice(2)).join('\n'), name).toBe(words.trimStart())
  }
  proves(test, 'N10', `${Object.keys(inWords).length} screens in words`)
})

it('I10 the code is read in its groups, once, and is in no name or description', async (test) => {
  const { page, show } = await openScreens()
  const devtools = await page.context().newCDPSession(page)
  for (const name of Object.keys(everyScreen)) {
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
  proves(
    test,
    ['N4', 'N10'],
    `${Object.keys(everyScreen).length} screens, 6 groups, 0 names with a code`,
  )
})
