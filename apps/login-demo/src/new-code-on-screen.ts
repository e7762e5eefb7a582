const KEY = 'recovery-code-on-screen'

/**
 * Whether a new recovery code was on screen when this tab's page unloaded, so a reloaded page can say what happened and
 * how to get in. Just a flag: the code itself is stored nowhere.
 */
export const newCodeOnScreen = {
  read: (): boolean => sessionStorage.getItem(KEY) !== null,
  write(onScreen: boolean): void {
    if (onScreen) sessionStorage.setItem(KEY, 'true')
    else sessionStorage.removeItem(KEY)
  },
}
