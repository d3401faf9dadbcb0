import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'domain',
  runtime: '<rootDir>/../../tools/testing/shared-runtime.mjs',
  rootDir: import.meta.dirname,
};
