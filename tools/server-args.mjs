import { join } from 'node:path';

/**
 * serverArgs start the server as `npm start` does. Its young generation stays small: requests leave little behind, and an office PC
 * has better use for the memory.
 */
export const serverArgs = ['--max-semi-space-size=8', join(import.meta.dirname, '../apps/api/dist/main.js')];
