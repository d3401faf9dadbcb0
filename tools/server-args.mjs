import { join } from 'node:path';

/**
 * serverArgs start the server as `npm start` does. An office PC has better use for its memory than to hold what requests left behind:
 * the young generation stays small, and the old one is swept when it has grown by a seventh, not first when it has doubled.
 */
export const serverArgs = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=15',
  join(import.meta.dirname, '../apps/api/dist/main.js'),
];
