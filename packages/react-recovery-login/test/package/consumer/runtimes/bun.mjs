import { handlerFor } from './handler.mjs'

const fetch = handlerFor(process.env.UPSTREAM)
console.log(`port ${Bun.serve({ hostname: '127.0.0.1', port: 0, fetch }).port}`)
