import { defaultClientConditions, defaultServerConditions, type UserConfig } from 'vite'

/** The condition in the package's `exports` for its sources. Only this workspace's tools set it. */
export const sourceCondition = 'react-recovery-login-source'

/** Empty with `PACKED`: then everything runs on `dist`. */
export const sourceConditions: readonly string[] = process.env.PACKED ? [] : [sourceCondition]

const onServer = { resolve: { conditions: [...sourceConditions, ...defaultServerConditions] } }

/** For Vite and Vitest: imports of the package resolve to its sources, so nothing has to be built first. */
export const fromSource: Required<Pick<UserConfig, 'resolve' | 'ssr'>> = {
  resolve: { conditions: [...sourceConditions, ...defaultClientConditions] },
  ssr: onServer,
}

/** The same for a project with a global setup: Vitest resolves its imports in a separate environment. */
export const setupFromSource: Pick<UserConfig, 'resolve' | 'ssr' | 'environments'> = {
  ...fromSource,
  environments: { __vitest__: onServer },
}
