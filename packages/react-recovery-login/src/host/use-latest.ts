import { useInsertionEffect, useRef } from 'react'

/**
 * The latest props, for handlers that outlive a render. Written in an insertion effect: a layout effect warns on a
 * React 18 server, and `<Activity>` unmounts it while it hides a page with an open request.
 */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const ref = useRef(value)
  useInsertionEffect(() => {
    ref.current = value
  })
  return ref
}
