/**
 * The browser's own "Leave site?" until the returned function is called. It is kept for the shortest time: browsers
 * ask only after an interaction, phones may not ask at all, and a listener keeps the page out of the back/forward cache.
 */
export function guardLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault()
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
