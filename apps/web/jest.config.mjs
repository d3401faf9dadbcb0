import presets from 'jest-preset-angular/presets/index.js';

// Angular through its own compiler, native ES modules, in one window for all suites of a process.
const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

export default {
  ...preset,
  displayName: 'web',
  runtime: '<rootDir>/../../tools/testing/browser-runtime.mjs',
  testEnvironment: 'node',
  testTimeout: 180_000,
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
};
