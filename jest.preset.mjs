/** Shared by every room that runs on Node: TypeScript through SWC, native ES modules. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Ends what hangs; how fast something is, no test asks: the machine may be busy.
  testTimeout: 180_000,
  testMatch: ['**/src/**/*.spec.ts'],
};
