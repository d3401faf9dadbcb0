import presets from 'jest-preset-angular/presets/index.js';

// Angular through its own compiler, native ES modules.
const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

export default {
  ...preset,
  displayName: 'web',
  testTimeout: 180_000,
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^@azukari/(domain|contract)$': '<rootDir>/../../libs/$1/src/index.ts',
    // The libs name their own files with .ts, which the compiler rewrites to .js.
    '^(\\.{1,2}/.+)\\.js$': ['$1.ts', '$1.js'],
  },
};
