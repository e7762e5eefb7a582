import type { Locator } from 'playwright'
import { expect } from 'vitest'

/** Fails if an element doesn't appear on screen. */
export async function expectShown(locator: Locator): Promise<void> {
  await locator.first().waitFor()
  expect(await locator.first().isVisible()).toBe(true)
}

/** Fails if an element exists. Expect something shown first. */
export async function expectAbsent(locator: Locator): Promise<void> {
  expect(await locator.count()).toBe(0)
}
