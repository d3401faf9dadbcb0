import 'reflect-metadata';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { moveToPostgres } from './move.ts';
import type { Moved } from './move.ts';

process.umask(0o077);
const config = readConfig();
const file = join(config.dataFolder, 'azukari.sqlite');
if (config.database.kind !== 'postgres') {
  console.log('移す先を DATABASE_URL（と DATABASE_OWNER_URL）で決めてください。/ Name the new place in DATABASE_URL.');
  process.exitCode = 2;
} else {
  await moveToPostgres(file, config).then(tell, (error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    console.log(`移せませんでした。もとのファイルは、そのままです（${why}）。/ Not moved; the old file stays: ${why}`);
    process.exitCode = 1;
  });
}

function tell(moved: Moved): void {
  for (const [table, rows] of moved) console.log(`  ${table.padEnd(28)} ${String(rows)}`);
  console.log(
    `\n移しました。記録は、移す前と同じです。古いファイルは ${file}.moved です。これからは DATABASE_URL を付けて始めてください。`,
  );
  console.log('Moved; the record is what it was. Start the server with DATABASE_URL from now on.');
}
