import { handlerFor } from './handler.mjs'

export default { fetch: (request, { UPSTREAM }) => handlerFor(UPSTREAM)(request) }
