/** `npm run mutation`: the ledger's own files are changed in every small way, and some test of the ledger has to notice. */
export default {
  mutate: ['libs/domain/src/ledger/*.ts', '!**/*.spec.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { configFile: 'libs/domain/stryker.jest.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Each run of native modules leaves some of its memory behind.
  maxTestRunnerReuse: 60,
  // A busy machine is slow, and slowness kills no mutant.
  timeoutMS: 30_000,
  tempDirName: 'dist/stryker',
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'dist/mutation.json' },
  thresholds: { high: 95, low: 95, break: 95 },
};
