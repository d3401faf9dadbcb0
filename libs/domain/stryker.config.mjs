/** How `npm run mutation` (tools/mutation.mjs) measures one file of the ledger. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: { configFile: 'libs/domain/stryker.jest.config.mjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Each run of native modules leaves some of its memory behind.
  maxTestRunnerReuse: 60,
  // A busy machine is slow, and slowness kills no mutant.
  timeoutMS: 60_000,
  tempDirName: 'dist/stryker',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
};
