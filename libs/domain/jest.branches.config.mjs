import preset from '../../jest.preset.mjs';

/** The ledger's own suites: none of its branches is untested. Who counts them gives each suite a world of its own. */
export default {
  ...preset,
  displayName: 'branches of the ledger',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/ledger/**/*.spec.ts', '<rootDir>/src/custody/replay.spec.ts'],
  // Long, and of branches it adds none.
  testPathIgnorePatterns: ['mutation'],
  collectCoverage: true,
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/ledger/*.ts', '!**/*.spec.ts'],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100 } },
  coverageReporters: ['text'],
};
