/** What the requests of all frameworks have. */
export interface NodeRequest {
  readonly headers: object
}

/** The options with `Own` for each `Request` a callback takes. Except `fetch`, whose request is not the browser's. */
export type ForOwnRequest<Options, Own> = {
  [Name in keyof Options]: Name extends 'fetch' ? Options[Name] : TakesOwn<Options[Name], Own>
}

type TakesOwn<Option, Own> = Option extends (...taken: infer Taken) => infer Given
  ? (...taken: { [At in keyof Taken]: Taken[At] extends Request ? Own : Taken[At] }) => Given
  : Option

/**
 * Wraps each function in the options, so it gets the framework's request instead of the Web request made for it. Other
 * arguments pass through: a new option needs no entry here.
 *
 * @param requests Maps the Web request to the framework's.
 */
export function withOwnRequest<Options extends object, Own extends object>(
  options: ForOwnRequest<Options, Own>,
  requests: WeakMap<object, Own>,
): Options {
  const own = (taken: unknown): unknown =>
    (typeof taken === 'object' && taken !== null && requests.get(taken)) || taken
  const wrap = (option: unknown): unknown =>
    typeof option === 'function'
      ? (...taken: unknown[]): unknown => Reflect.apply(option, options, taken.map(own))
      : option
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, wrap(option)]),
  ) as Options
}
