import sqlite from './jest.config.mjs';

/** The same suites on a real PostgreSQL: DATABASE_URL (application) and DATABASE_OWNER_URL (owner) are set. */
export default {
  ...sqlite,
  displayName: 'api on PostgreSQL',
  globalSetup: '<rootDir>/jest.postgres.setup.mjs',
  globalTeardown: '<rootDir>/jest.postgres.teardown.mjs',
};
