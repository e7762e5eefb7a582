import { useInsertionEffect, useRef } from 'react'

/**
 * The newest props for handlers that live longer than a render. Written in an insertion effect: a layout effect warns
 * on a React 18 server, and `<Activity>` undoes it while it hides a page whose request is still open.
 */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const ref = useRef(value)
  useInsertionEffect(() => {
    ref.current = value
  })
  return ref
}
