import { expect, test } from 'vitest'
import { startAuthServer } from '../src/auth-server.ts'
import { firstCode, logIn, redeem, signIn, start } from './client.ts'

const email = 'usual@example.com'

test('intercept can lose the answer after the code was spent', async () => {
  const rotated: string[] = []
  let losing = false
  const server = await start({
    onRotated: ({ account }) => rotated.push(account),
    intercept(request, response, handle) {
      if (losing) response.writeHead = () => response.destroy()
      handle(request, response)
    },
  })
  const code = firstCode(server, email)
  const mfaToken = await logIn(server, email)
  losing = true
  await expect(redeem(server, mfaToken, code)).rejects.toThrow(TypeError)
  expect(rotated).toEqual([email])
  losing = false
  expect((await signIn(server, email, code)).body.error).toBe('invalid_grant')
})

test('intercept can answer instead of the server', async () => {
  const server = await start({
    intercept: (_request, response) => response.writeHead(502).end('{}'),
  })
  expect((await redeem(server, 'x', 'y')).status).toBe(502)
})

test('a rotation is reported once, with only the account', async () => {
  const events: unknown[] = []
  const server = await start({ onRotated: (event) => events.push(event) })
  await signIn(server, email, 'ZZZZZZZZZZZZZZZZZZZZZZZZ')
  await signIn(server, 'no-rotation@example.com', firstCode(server, 'no-rotation@example.com'))
  expect(events).toEqual([])
  await signIn(server, email, firstCode(server, email))
  expect(events).toEqual([{ account: email }])
})

test('it may stand in for another issuer', async () => {
  const { url } = await start({ issuer: 'https://tenant.example.com' })
  const answer = await fetch(`${url}/.well-known/openid-configuration`)
  expect(await answer.json()).toMatchObject({
    issuer: 'https://tenant.example.com/',
    token_endpoint: `${url}/oauth/token`,
  })
})

test('it listens only on loopback, on a free port', async () => {
  const [one, two] = [await start(), await start()]
  expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(two.url).not.toBe(one.url)
})

test('a port that is taken is an error', async () => {
  const { url } = await start()
  await expect(startAuthServer({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE')
})

test('closing ends a waiting request, and may be repeated', async () => {
  let arrived = () => {}
  const arrival = new Promise<void>((resolve) => (arrived = resolve))
  const server = await start({ intercept: () => arrived() })
  await Promise.all([
    expect(redeem(server, 'x', 'y')).rejects.toThrow(TypeError),
    arrival.then(() => server.close()),
  ])
  await server.close()
  await expect(fetch(server.url)).rejects.toThrow(TypeError)
})
