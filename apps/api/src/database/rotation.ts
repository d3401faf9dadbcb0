import { openDatabase } from './database.ts';
import { newKey, readKeyRing, ringPath, writeKeyRing } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { openReader } from './reader.ts';
import type { Readable } from './reader.ts';
import { sealThroughout } from './sealing.ts';

const SESSIONS = `SELECT COUNT(*) AS n FROM pg_stat_activity
  WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()`;

/**
 * rotateKeys seals everything with a new key while no server runs, and then takes the old one from the ring; it answers the new
 * one's id. One that was stopped in between is gone on with. A server that ran meanwhile would seal with a key that is thrown away:
 * the lock of the file keeps it out on SQLite, and its connections betray it on PostgreSQL.
 */
export async function rotateKeys(house: Readable): Promise<string> {
  const ring = readKeyRing(house.keysFolder);
  if (!ring) throw new Error(`there is no ${ringPath(house.keysFolder)}`);
  await refuseBesideServer(house);
  const next: KeyRing = ring.keys.length > 1 ? ring : { ...ring, keys: [newKey(), ...ring.keys] };
  writeKeyRing(house.keysFolder, next);
  const database = await openDatabase(house);
  try {
    await sealThroughout(
      { writes: database.writes, keysFolder: house.keysFolder, compact: () => Promise.resolve() },
      next,
    );
  } finally {
    await database.close();
  }
  return next.keys[0].id;
}

async function refuseBesideServer(house: Readable): Promise<void> {
  if (house.database.kind === 'sqlite') return;
  const reader = await openReader(house);
  // oxlint-disable-next-line typescript/no-misused-promises -- finally waits for it
  const others = await reader.sql.get<{ n: number }>(SESSIONS).finally(() => reader.close());
  if (Number(others?.n) > 0) throw new Error('another server already uses this database');
}
