/**
 * Every visible, spoken, printed and downloaded text, in English. A locale is data like this.
 *
 * A part that changes is a name in braces (`fillLabel`): the kit formats numbers, dates and times in `locale`. A label
 * with `{count}` may be an object with a text per plural category. A run in square brackets, at most one per text, is
 * bold, in its own element, without the brackets (`splitMarkedRun`).
 *
 * No text names a device or says how else the person may sign in, since the kit cannot know. The exceptions are the
 * messages about that very thing: a six-digit code, Duo, an older code app.
 */
export const englishLabels = {
  /** BCP 47, for dates and times. */
  locale: 'en',

  'form.heading': 'Enter your recovery code',
  'form.lead':
    'Use the code you saved for times when the way you usually confirm a sign-in is out of reach.',
  /** If there is another way: asks first whether the usual one is really gone. */
  'form.usual':
    'Can you still use your usual way? Then use it now, and keep this code for another time.',
  'form.label': 'Recovery code',
  'form.hint': '{count} letters and numbers. Spaces and dashes are fine.',
  'form.counter': '{count} of {length}',
  'form.advice':
    'A code works once. When you continue, this one is used up and you get a new one to save.',
  'form.deadline': 'This sign-in stays open until about {time}.',
  /** After an interruption, if the handler holds the answer. */
  'held.lead': 'Until about {time}, the code that you used before shows the same new code again.',
  'form.reveal': 'Show the code',
  'form.conceal': 'Hide the code',
  'form.submit': 'Continue',
  'form.submitting': 'Checking your code…',
  'form.keepOpen': 'Please keep this page open. Your new code comes with the answer.',
  'form.slow.title': 'This is taking longer than usual',
  'form.slow.text':
    'Your code was sent once and will not be sent again by itself. Keep this page open: your new code may be on its way.',
  'form.tryAnother': 'Try another way',
  'form.codeMissing': 'I don’t have my code',
  'form.support': 'Get help',
  'form.empty': 'Enter your recovery code first.',
  'form.rejected.title': 'That code was not accepted',
  'form.rejected.text':
    'It may be mistyped, used before, or replaced by a newer one, or this account may have none. Compare it with the code you saved last.',
  'form.rejectedAgain.title': 'That code is no longer accepted',
  'form.rejectedAgain.text':
    'Your earlier try probably went through, and the new code was lost with the answer. Sign in another way, or ask us for help.',
  'form.maybeLocked.title': 'Still not accepted',
  'form.maybeLocked.text':
    'After several tries an account can be locked for a while, and then even the right code is refused. Wait some minutes, or sign in another way.',
  'form.length.title': {
    one: 'This code has {count} character, not {length}',
    other: 'This code has {count} characters, not {length}',
  },
  'form.length.text':
    'The beginning or the end may be missing. Nothing was sent, so this did not cost you a try.',
  'form.long.text':
    'There may be something else in the box besides the code. Nothing was sent, so this did not cost you a try.',
  'form.lookAlike.title': 'Look again at a few characters',
  'form.lookAlike.text':
    'These codes never contain {characters}. Compare those places with your copy. Nothing was sent, so this did not cost you a try.',
  'form.sendAnyway': 'Send it anyway',
  'form.appCode.title': 'This looks like a code from an app',
  'form.appCode.text':
    'An app or a text message gives you 6 digits. A recovery code has {count} letters and numbers. Nothing was sent, so this did not cost you a try.',
  'form.appCode.action': 'Use that code instead',
  'form.limited.title': 'Too many tries for now',
  'form.limited.text':
    'To keep your account safe, there is a pause before the next try. The button comes back by itself.',
  'form.limited.until': 'until you can try again',
  /** Spoken at the start and then once a minute: minutes, rounded up, from two on. */
  'form.limited.spoken': '{count} minutes until you can try again.',
  'form.limited.lastMinute': 'Less than a minute until you can try again.',
  'form.limited.ready': 'You can try again now.',
  'form.unreadable.title': 'No code could be read from that file',
  'form.unreadable.text': 'Nothing was sent. Type the code, or paste it.',
  'form.offline.title': 'You seem to be offline',
  'form.offline.text': 'Nothing was sent. Connect to the internet, then continue.',

  'notice.heading': 'Save your new recovery code',
  'notice.lead': 'Your old code no longer works. [This new one replaces it.]',
  'notice.once': 'It is shown only now.',
  'notice.late': 'The answer came after all. Here is your new code.',
  'notice.partial.heading': 'Save this code, then start again',
  'notice.partial.lead':
    'Your new code arrived, but the sign-in was cut off before it finished. [The code you typed no longer works; this one does.]',
  'notice.enrol.heading': 'Save your recovery code',
  'notice.enrol.lead':
    'If you ever lose the way you usually confirm a sign-in, this code lets you in. It works once, and then you get a new one.',
  'notice.cardTitle': 'Recovery code',
  'notice.cardTitle.site': '{site} recovery code',
  'notice.date': 'New on {date}',
  'notice.enrol.date': 'Made on {date}',
  /** The name of the code's element: never contains the code. */
  'notice.codeName': 'New recovery code, {count} groups of {size}',
  'notice.printNote':
    'Works once. Replaces every earlier code. Keep it where only you can find it.',
  'notice.hidden': 'The code is hidden.',
  'notice.show': 'Show the code',

  'save.lead': 'Keep it where you can get to it when you are locked out.',
  'save.copy': 'Copy code',
  'save.copied': 'Copied',
  'save.copiedStatus': 'Copied. Now paste it where you keep it, such as a password manager.',
  'save.copyFailed.title': 'Your browser did not let us copy',
  'save.copyFailed.keys': 'The code above is selected for you. Press [{keys}] to copy it.',
  'save.copyFailed.touch': 'Hold your finger on the code above and choose Copy.',
  /** The keys that copy, as labelled on the keyboard: on Windows and Linux, and on a Mac. */
  'save.keys.control': 'Ctrl + C',
  'save.keys.command': '⌘ + C',
  'save.download': 'Download',
  'save.downloaded': 'Downloaded',
  'save.downloadAsk.title': 'Is the file there?',
  'save.downloadAsk.text': 'Look in your downloads for [{file}] and open it once.',
  'save.downloadFailed': 'The file could not be saved here. Save the code in another way.',
  'save.print': 'Print',
  'save.printed': 'Printed',
  'save.printAsk.title': 'Is it on paper?',
  'save.printAsk.text': 'Check that you can read all {count} groups.',
  /** If the host's function can't tell whether the code was copied or shared. */
  'save.ask.title': 'Is the code there?',
  'save.ask.text': 'Look for it in the place where you put it.',
  'save.printFailed': 'Printing did not start here. Save the code in another way.',
  'save.share': 'Share',
  'save.shared': 'Shared',
  'save.shareFailed': 'Nothing was shared. Save the code in another way.',
  'save.askYes': 'Yes, it is there',
  'save.askNo': 'No',
  'save.selected': 'You copied the code by hand. That counts.',
  'file.name': 'recovery-code.txt',
  /** The words before it keep an account that looks like a code from being taken for one. */
  'file.account': 'Account: {account}',

  'gate.checkbox': 'I have saved the new code of {date}',
  'gate.enrol.checkbox': 'I have saved the code of {date}',
  'gate.unconfirmed':
    'Save the code first, then tick this box. After you continue we can’t show the code again.',
  'gate.noAction': 'Save the code first. Copying it by hand counts, too.',
  'gate.saving': 'Wait a moment: the code is still being saved.',
  'gate.continue': 'Continue',
  'gate.startAgain': 'Start the sign-in again',
  /** On the button while the host finishes. */
  'gate.finishing': 'One moment…',

  'retype.label': 'Enter the new code from your copy',
  'retype.hint':
    'Type it, paste it, or drop the saved file here. This is checked on this page only and uses nothing up.',
  'retype.file': 'Check the saved file',
  'retype.mismatch': 'Group {group} is different. Show the code and compare.',
  'retype.short': {
    one: '{count} character is missing at the end.',
    other: '{count} characters are missing at the end.',
  },
  'retype.oldCode': 'This is the old code, which no longer works. Enter the new one.',
  'retype.unreadable': 'No code could be read from that. Enter the new one.',
  'retype.match': 'It matches. Your copy is good.',
  'retype.required': 'Enter the new code to show that your copy is good.',

  'unknown.heading': 'We did not get an answer',
  'unknown.lead':
    'Your code was sent, but the answer got lost on the way. [The code may be used up, or it may still work.]',
  /** Replaces the lead if the server said that it failed. */
  'unknown.serviceDown':
    'Your code was sent, but our sign-in service is in trouble right now. [The code may be used up, or it may still work.]',
  'unknown.waiting': 'Still waiting for the answer. If it comes, your new code appears here.',
  'unknown.looking': 'Looking for the answer. If it is found, it appears here.',
  'unknown.step1': 'Wait a moment and keep this page open.',
  'unknown.step2':
    'Then try the same code once more. If it is refused, the first try has probably used it up.',
  'unknown.check': 'Check again',
  'unknown.retry': 'Try the same code once more',

  'expired.heading': 'This sign-in took too long',
  'expired.lead':
    'For your safety, a sign-in stays open for a few minutes only. Start again with your password, and have your recovery code ready.',
  /** Not certain: a browser may have sent it twice (`docs/reliability.md`, A12), and this is the second answer. */
  'expired.note': 'As far as we know, your recovery code was not used up, so keep it.',
  'expired.noteUnknown': 'Your code may have been used up by the try that got no answer.',
  'expired.action': 'Start again',
  'denied.heading': 'You could not be signed in',
  'denied.lead':
    'This sign-in was refused after your code was checked, so the code may be used up. Ask us for help.',
  'notSignedIn.heading': 'Start the sign-in again',
  'notSignedIn.lead':
    'The code you typed is used up, and the sign-in did not finish. Start again with your password.',
  'notSignedIn.newCode':
    'If you are asked for a recovery code, use the new one that you have just saved.',
  'notSignedIn.noCode':
    'No new code came with the answer. Sign in another way, or ask us for help.',

  'unavailable.heading': 'Recovery codes don’t work for this account',
  'unavailable.noCode': 'No recovery code was ever made for this account.',
  'unavailable.duo': 'This account confirms sign-ins with Duo, which comes without recovery codes.',
  'unavailable.googleAuthenticator':
    'This account uses an older kind of code app. No recovery code was ever made for it.',
  'unavailable.disabled':
    'This site does not use recovery codes at the moment, so a code can’t be checked here.',
  'unavailable.disabled.site':
    '{site} does not use recovery codes at the moment, so a code can’t be checked here.',
  'unavailable.misconfigured': 'Something on our side is not set up right. It is not your mistake.',
  'misconfigured.heading': 'We can’t check your code right now',
  /** `this try`, because an earlier one may have used the code. */
  'misconfigured.notSent': 'Nothing was sent, so this try did not use up your code.',
  'unavailable.next': 'Sign in another way, or ask us for help.',

  'another.heading': 'One more step',
  'another.lead': 'This account asks for one more proof that it is you, after the recovery code.',
  'another.keep':
    'Keep your recovery code until you are signed in. If it is used up, you will be given a new one.',
  'another.action': 'Go to the next step',

  'completing.heading': 'Signing you in',
  'completing.lead': 'This takes a moment.',
  'completeFailed.heading': 'The last step did not work',
  'completeFailed.lead': 'Nothing is used up, and you can try this step as often as you need.',
  'completeFailed.action': 'Try again',

  'complete.heading': 'You are signed in',
  'complete.lead': 'Next time you need a recovery code, use the new one.',
  'complete.noNewCode': 'No new recovery code was made this time.',
  'complete.noNewCodeText':
    'Before you sign out, look in your security settings for a code that you can use next time.',
  'complete.action': 'Continue',

  'interrupted.heading': 'The page closed before you saved the code',
  'interrupted.lead':
    'Your old code is used up, and the new one can’t be shown a second time. This is the way back in:',
  'interrupted.step1': 'If you copied, downloaded or printed the new code, that copy is good.',
  'interrupted.step2':
    'If your usual way works again, sign in with it and make a new recovery code in your settings.',
  'interrupted.step3': 'If you have neither, ask us for help.',
  'interrupted.action': 'Start again',
  'held.action': 'Enter the same code',
  /** If the server made the session before the page was left. */
  'interrupted.signedIn.lead':
    'You are signed in. Your old code is used up, and the new one can’t be shown a second time.',
  'interrupted.signedIn.step2':
    'If not, make a new recovery code in your security settings before you sign out.',
} as const
