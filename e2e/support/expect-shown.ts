import type { Locator } from 'playwright'
import { expect } from 'vitest'

/** Fails where an element does not come on screen. */
export async function expectShown(locator: Locator): Promise<void> {
  await locator.first().waitFor()
  expect(await locator.first().isVisible()).toBe(true)
}

/** Fails where an element is there. Ask for something that is shown first. */
export async function expectAbsent(locator: Locator): Promise<void> {
  expect(await locator.count()).toBe(0)
}
