import { defineConfig } from 'oxlint'
import { importRules, tests } from './scripts/import-rules.ts'

const outlivesThePage = 'What is stored outlives the page, and a recovery code must not.'
const sentUnseen = 'It sends a code where nobody can see the new one.'
const neverMarkup = 'Text from a server or a person is never markup.'

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'react', 'jsx-a11y', 'import', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  env: { builtin: true, browser: true },
  ignorePatterns: ['**/dist', 'storybook-static', '**/*.css.d.ts'],
  rules: {
    'react/react-in-jsx-scope': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'unicorn/consistent-function-scoping': 'off',
    // `<p role="status">` is announced everywhere; `output` is for a form's result.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A handler's parameter often has the name of what it gets.
    'no-shadow': 'off',
    // Duplicates react-hooks/exhaustive-deps.
    'react/exhaustive-effect-dependencies': 'off',
    // Copying a set before calls that may change it isn't useless.
    'unicorn/no-useless-spread': 'off',
    'import/no-cycle': 'error',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
    // The second argument is the failure message.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/require-mock-type-parameters': 'off',
    // A helper shared by tests may call expect.
    'vitest/no-standalone-expect': 'off',
    'vitest/no-disabled-tests': 'error',
    'vitest/no-focused-tests': 'error',
  },
  overrides: [
    {
      // Express 5 forwards rejections.
      files: ['apps/express-login/**'],
      rules: { 'oxc/no-async-endpoint-handlers': 'off' },
    },
    {
      files: ['packages/*/src/**', 'registry/**'],
      excludeFiles: tests,
      rules: {
        'no-console': 'error',
        'react/no-danger': 'error',
        'typescript/no-explicit-any': 'error',
        'typescript/ban-ts-comment': 'error',
        'no-restricted-globals': [
          'error',
          ...ban('name', outlivesThePage, [
            'localStorage',
            'sessionStorage',
            'indexedDB',
            'caches',
          ]),
          ...ban('name', sentUnseen, ['XMLHttpRequest', 'WebSocket']),
        ],
        'no-restricted-properties': [
          'error',
          ...ban('property', outlivesThePage, ['localStorage', 'sessionStorage', 'indexedDB']),
          ...ban('property', outlivesThePage, ['caches', 'cookie', 'cookieStore']),
          ...ban('property', sentUnseen, ['sendBeacon', 'keepalive']),
          ...ban('property', neverMarkup, ['innerHTML', 'outerHTML', 'insertAdjacentHTML']),
        ],
      },
    },
    {
      files: tests,
      rules: {
        // Hostile answers are spelled out literally.
        'no-extend-native': 'off',
        'no-loss-of-precision': 'off',
        // A property of random schedules is checked only if it applies, and a probe exposes what a hook returned.
        'vitest/no-conditional-expect': 'off',
        'react/globals': 'off',
      },
    },
    // Express 5 handles their rejections.
    { files: ['consumers/express/*'], rules: { 'oxc/no-async-endpoint-handlers': 'off' } },
    ...importRules,
  ],
})

function ban<Key extends 'name' | 'property'>(
  key: Key,
  message: string,
  names: readonly string[],
): (Record<Key, string> & { message: string })[] {
  return names.map((name) => ({ message, ...({ [key]: name } as Record<Key, string>) }))
}
