import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * secretFile reads a secret that the service alone may read; where there is none yet, it is made once. Two servers that start at
 * once read the same one, and one that is stopped in the middle leaves none.
 */
export function secretFile(path: string, make: () => Buffer): Buffer {
  if (!existsSync(path)) {
    const draft = draftOf(path, make());
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    rmSync(draft);
    syncFolder(dirname(path));
  }
  return readFileSync(path);
}

/** replaceSecretFile puts another secret in its place: whenever the power fails, the old one or the new one is there, and whole. */
export function replaceSecretFile(path: string, secret: Buffer): void {
  renameSync(draftOf(path, secret), path);
  syncFolder(dirname(path));
}

function draftOf(path: string, secret: Buffer): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${String(process.pid)}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, secret, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}

/** syncFolder writes a folder out: a name lasts when its folder does. Windows has no folder that could be written out. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
