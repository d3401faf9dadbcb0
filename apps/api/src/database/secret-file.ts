import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** secretFile reads a secret that the service alone may read; where there is none yet, it is made once and never written over. */
export function secretFile(path: string, make: () => Buffer): Buffer {
  if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o600, flag: 'wx', flush: true });
  return readFileSync(path);
}
