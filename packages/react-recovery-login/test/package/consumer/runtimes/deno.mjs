import { handlerFor } from './handler.mjs'

// Deno sends a POST again when a kept-alive connection breaks before the answer: so none is kept, as the README says.
const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 })
const fetchOnce = (url, init) => fetch(url, { ...init, client })
const handler = handlerFor(Deno.env.get('UPSTREAM'), fetchOnce)
const onListen = ({ port }) => console.log(`port ${port}`)
Deno.serve({ hostname: '127.0.0.1', port: 0, onListen }, handler)
