import { join } from 'node:path';
import preset from '../../jest.preset.mjs';

/** The ledger's own suites, but for the one that turns every bit of a proof: it takes long, and the others name each case. */
export default {
  ...preset,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src/ledger'],
  testMatch: ['**/src/ledger/*.spec.ts'],
  watchman: false,
  testPathIgnorePatterns: ['/mutation.spec.ts$'],
  testSequencer: join(import.meta.dirname, 'stryker.sequencer.mjs'),
};
