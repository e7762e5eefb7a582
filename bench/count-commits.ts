let counted = 0

/** React tells a devtools hook of each commit, in a production build too; it looks for one when it is loaded. */
Object.assign(window, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => (counted += 1),
    onPostCommitFiberRoot() {},
    onCommitFiberUnmount() {},
  },
})

export function commits(): number {
  return counted
}
