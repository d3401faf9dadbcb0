import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { furnish } from './house.mjs';
import { azukari, run } from './server.mjs';

const KEYS = join(import.meta.dirname, '../../apps/api/dist/backup/main.js');

/**
 * realHouse furnishes a house as a demo, which asks nobody for a second factor, and lets its manager's session be one that was opened with
 * two: from then on the server is started as a house starts it, with backups on a folder of their own. `between` is done while nothing runs.
 */
export async function realHouse(folder, items, { between = () => undefined, env = {}, args } = {}) {
  // The house is spoken to at one address, before and after.
  const PORT = String(20_000 + Math.floor(Math.random() * 20_000));
  const demo = await azukari(folder, { PORT });
  const house = await furnish(demo, items);
  await demo.stop();
  const db = new Database(join(folder, 'azukari.sqlite'));
  db.prepare("UPDATE session SET auth = 'totp'").run();
  db.close();
  await between(join(folder, 'azukari.sqlite'));
  const backups = join(folder, 'second-disk');
  mkdirSync(backups);
  const keys = await run([KEYS, 'keys'], { AZUKARI_DATA: folder }).catch((ended) => ended);
  if (!/ended with 0/.test(keys.message)) throw keys;
  const real = { AZUKARI_DEMO: undefined, AZUKARI_BACKUP_DIR: backups, PORT, AZUKARI_IDLE_MINUTES: '1440', ...env };
  const server = await azukari(folder, real, args);
  return { server, house, backups, scratch: join(folder, 'backup-scratch') };
}
