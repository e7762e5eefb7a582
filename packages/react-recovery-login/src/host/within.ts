/** What a promise resolves to, or `late` if that takes longer. Rejects as it does. */
export function within<Value>(
  milliseconds: number,
  promise: Promise<Value> | Value,
  late: Value,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds)
  })
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
}
