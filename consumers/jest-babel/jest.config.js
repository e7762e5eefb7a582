export default {
  testEnvironment: 'jest-fixed-jsdom',
  transform: { '\\.[cm]?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: [
    '/node_modules/(?!(?:react-recovery-login|@open-draft|rettime|until-async)/)',
  ],
}
