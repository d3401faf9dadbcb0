import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'domain',
  rootDir: import.meta.dirname,
  // With --coverage, over the ledger's own suites: no branch of the ledger's own files is untested.
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/ledger/*.ts', '!**/*.spec.ts'],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100 } },
  coverageReporters: ['text'],
};
