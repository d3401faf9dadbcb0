import 'reflect-metadata';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { moveToPostgres } from './move.ts';

process.umask(0o077);
const config = readConfig();
if (config.database.kind !== 'postgres') {
  console.log('移す先を DATABASE_URL（と DATABASE_OWNER_URL）で決めてください。/ Name the new place in DATABASE_URL.');
  process.exitCode = 2;
} else {
  const file = join(config.dataFolder, 'azukari.sqlite');
  const moved = await moveToPostgres(file, config);
  for (const [table, rows] of moved) console.log(`  ${table.padEnd(28)} ${String(rows)}`);
  console.log(
    `\n移しました。記録は、移す前と同じです。古いファイルは ${file}.moved です。これからは DATABASE_URL を付けて始めてください。`,
  );
  console.log('Moved; the record is what it was. Start the server with DATABASE_URL from now on.');
}
