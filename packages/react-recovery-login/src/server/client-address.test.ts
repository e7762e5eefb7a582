import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { proves, runs } from '#test/faults/runs.ts'
import { createRecoveryCodeHandler } from './create-recovery-code-handler.ts'
import { options, post, tokenAnswer } from './server.fixture.ts'

/** What is sent upstream as the person's address. */
async function passedOn(address: unknown): Promise<string | null> {
  let passed: string | null = null
  const handler = createRecoveryCodeHandler({
    ...options,
    clientAddress: () => address as string | undefined,
    fetch: async (url, init) => {
      passed = new Request(url, init).headers.get('auth0-forwarded-for')
      return Response.json(tokenAnswer)
    },
  })
  await handler(post())
  return passed
}

test.each([
  '203.0.113.7',
  '0.0.0.0',
  '255.255.255.255',
  '2001:db8::7',
  '2001:DB8:0:0:0:0:0:7',
  '::',
  '::1',
  '1::',
  '::ffff:203.0.113.7',
  'fe80::1',
])('K25 %s is passed on', async (address) => {
  expect(await passedOn(address)).toBe(address)
})

test.each([
  'dead',
  '....',
  '999.999.999.999',
  '256.0.0.1',
  '1.2.3',
  '1.2.3.4.5',
  '01.2.3.4',
  '0x7f.0.0.1',
  '2130706433',
  '1.2.3.4:5678',
  '1.2.3.4, 5.6.7.8',
  '1.2.3.4\n',
  ' 1.2.3.4',
  ':::',
  ':',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7',
  '1::2::3',
  '12345::',
  '::ffff:1.2.3',
  '::ffff:1.2.3.256',
  '::ffff:01.2.3.4',
  '[2001:db8::7]',
  '[2001:db8::7]:443',
  '2001:db8::7]/[',
  'fe80::1%eth0',
  'unknown',
  '_hidden',
  '',
  null,
  undefined,
  16_909_060,
  {},
])('K25 %j is left out', async (address) => {
  expect(await passedOn(address)).toBeNull()
})

it('K25 passes on what Node calls an address, except zones', async (context) => {
  const numRuns = runs(20_000, 2000)
  const near = fc
    .array(fc.constantFrom('0', '1', '9', '25', '256', 'f', 'dead', '.', ':', '::', '%', '[', ' '))
    .map((parts) => parts.join(''))
  const text = fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended(), near, fc.string())
  await fc.assert(
    fc.asyncProperty(text, async (address) => {
      const known = isIP(address) !== 0 && !address.includes('%')
      expect(await passedOn(address)).toBe(known ? address : null)
    }),
    { numRuns },
  )
  proves(context, 'N4', `${numRuns} texts, only addresses passed on`)
}, 60_000)
