/**
 * Makes a backup of the record of a folder as the server's worker does, and says `ready` before it begins and `made` once the file has its name.
 * `node backup-maker.mjs FOLDER TARGET`
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../apps/api/dist/backup');
const [folder, target] = process.argv.slice(2);
const { makeBackup } = await import(join(dist, 'backup-worker.js'));
const { makeBackupKeys, readBackupKeys } = await import(join(dist, 'backup-keys.js'));

const keysOfBackups = join(folder, 'backup-keys');
if ((await readBackupKeys(keysOfBackups)) === null) await makeBackupKeys(keysOfBackups);
const order = {
  database: join(folder, 'azukari.sqlite'),
  keysFolder: join(folder, 'keys'),
  keys: await readBackupKeys(keysOfBackups),
  outside: [],
  scratch: join(folder, 'backup-scratch'),
  target,
};
writeSync(1, 'ready\n');
const report = await makeBackup(order);
writeSync(1, report.made ? `made ${report.bytes}\n` : `refused ${report.why}\n`);
