export default {
  testEnvironment: 'jest-fixed-jsdom',
  transform: {
    '\\.[cm]?[jt]sx?$': [
      'ts-jest',
      {
        tsconfig: {
          allowJs: true,
          isolatedModules: true,
          jsx: 'react-jsx',
          module: 'commonjs',
          target: 'es2023',
        },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(?:react-recovery-login|@open-draft|rettime|until-async)/)',
  ],
}
