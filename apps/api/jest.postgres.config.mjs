import sqlite from './jest.config.mjs';

/** The same suites on a real PostgreSQL: DATABASE_URL (application) and DATABASE_OWNER_URL (owner) are set. */
export default {
  ...sqlite,
  displayName: 'api on PostgreSQL',
  // What asks no database, or nothing that another suite does not ask, runs once, with the suites on SQLite.
  testPathIgnorePatterns: [
    '/notices/words/',
    '/forms/paper/',
    '/forms/(printer|letters|book-rows|bare|entries|streaming)\\.spec',
    '/notices/(mail-door|engine\\.crowd)\\.spec',
    '/notices/family/(stranger|proxied|client)\\.spec',
    '/session/turns\\.spec',
    // Each verb that they send is sent by its own room's suite too, or by the walk over all routes.
    '/(http/openapi|http/certificate|http/bad-input|custody/bad-input)\\.spec',
    '/src/(clock|config)\\.spec',
    '/(doctor|upgrade|disk|log)/',
    '/backup/restore\\.spec',
    '/database/sealed(-columns)?\\.spec',
    '/test/(tamper|faults)\\.spec',
  ],
  globalSetup: '<rootDir>/jest.postgres.setup.mjs',
  globalTeardown: '<rootDir>/jest.postgres.teardown.mjs',
};
