import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'api',
  runtime: '<rootDir>/../../tools/testing/shared-runtime.mjs',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  maxWorkers: 2,
};
