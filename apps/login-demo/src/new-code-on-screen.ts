const KEY = 'recovery-code-on-screen'

/**
 * Whether a new recovery code was on screen when this tab's page went away. A flag and no more: the code itself is kept
 * nowhere, so a page that comes back can say what happened and how to get in.
 */
export const newCodeOnScreen = {
  read: (): boolean => sessionStorage.getItem(KEY) !== null,
  write(onScreen: boolean): void {
    if (onScreen) sessionStorage.setItem(KEY, 'true')
    else sessionStorage.removeItem(KEY)
  },
}
