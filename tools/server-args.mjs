import { join } from 'node:path';

/**
 * serverArgs start the server as `npm start` does. An office PC has better use for its memory than to hold what requests left behind:
 * the young generation stays small, and the old one is swept when it has grown by a seventh, not first when it has doubled. The libs
 * are taken as they were built: whoever reads their TypeScript keeps a compiler in memory, and each worker one more.
 */
export const serverArgs = [
  '--conditions=azukari-built',
  '--max-semi-space-size=8',
  '--heap-growing-percent=15',
  join(import.meta.dirname, '../apps/api/dist/main.js'),
];
