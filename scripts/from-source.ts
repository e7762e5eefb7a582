import { defaultClientConditions, defaultServerConditions, type UserConfig } from 'vite'

/** The condition in the package's `exports` that names its sources. No tool but this workspace's sets it. */
export const sourceCondition = 'react-recovery-login-source'

/** None under `PACKED`: then everything runs on `dist`. */
export const sourceConditions: readonly string[] = process.env.PACKED ? [] : [sourceCondition]

const onServer = { resolve: { conditions: [...sourceConditions, ...defaultServerConditions] } }

/** For Vite and Vitest: imports of the package lead to its sources, so nothing has to be built first. */
export const fromSource: Required<Pick<UserConfig, 'resolve' | 'ssr'>> = {
  resolve: { conditions: [...sourceConditions, ...defaultClientConditions] },
  ssr: onServer,
}

/** The same for a project with a global setup: Vitest resolves its imports in an environment of its own. */
export const setupFromSource: Pick<UserConfig, 'resolve' | 'ssr' | 'environments'> = {
  ...fromSource,
  environments: { __vitest__: onServer },
}
