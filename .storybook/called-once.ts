import { expect } from 'storybook/test'

export async function calledOnce(callback: unknown, ...args: readonly unknown[]): Promise<void> {
  await expect(callback).toHaveBeenCalledTimes(1)
  await expect(callback).toHaveBeenCalledWith(...args)
}
