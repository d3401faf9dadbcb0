import { accessSync, constants, statfsSync } from 'node:fs';

const MEMORY = '/dev/shm';
/** A run of the suites keeps some hundred MB there at once; a container often has 64 MB in all. */
const NEEDED = 1024 ** 3;

/** memoryFolder is a folder in memory with room for what the suites throw away, or undefined: they sync, and need not wait for a disk. */
export function memoryFolder() {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= NEEDED ? MEMORY : undefined;
  } catch {
    return undefined;
  }
}
