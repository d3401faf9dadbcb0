import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';

const dist = join(import.meta.dirname, '../../apps/api/dist');
const A_COMMIT = 500;
const ITEMS = 1_000;

/** fill adds entries as movements make them until there are so many, so many a command, without the requests: a record of years in minutes. */
export async function fill(file, entries, aCommand = 1) {
  const of = (path) => import(join(dist, path));
  const { SqliteStatements } = await of('database/statements.js');
  const { openSealed } = await of('database/sealed.js');
  const { prepareWriter } = await of('database/sqlite-assertions.js');
  const { Ledger } = await of('ledger/ledger.js');
  const { Clock } = await of('clock.js');
  const handle = new Database(file);
  prepareWriter(handle);
  handle.pragma('synchronous = OFF');
  handle.pragma('cache_size = -400000');
  const ledger = new Ledger(new Clock(), null);
  const tx = { sql: new SqliteStatements(handle, openSealed(join(dirname(file), 'keys'))), known: new Map() };
  const { facility_id: facilityId } = handle.prepare("SELECT facility_id FROM log WHERE kind = 'custody'").get();
  const items = Array.from({ length: ITEMS }, () => ({ item: randomUUID(), resident: randomUUID() }));
  const size = handle.prepare('SELECT size FROM log_head JOIN log ON log.id = log').pluck();
  const staff = randomUUID();
  const facts = { storage: null, condition: 'good', sheet: null };
  for (let n = size.get(); n < entries; n += A_COMMIT) {
    handle.exec('BEGIN IMMEDIATE');
    for (let k = 0; k < A_COMMIT; k += aCommand)
      await ledger.append(
        tx,
        { facilityId, actor: `staff:${staff}`, name: '測定 者', auth: 'password', authAge: 1, command: randomUUID() },
        Array.from({ length: aCommand }, (_, m) => ({
          type: 'item.checked-in',
          occurredAt: null,
          corrects: null,
          facts,
          ...items[(n + k + m) % ITEMS],
          private: { residentName: '利用者 一' },
        })),
      );
    handle.exec('COMMIT');
  }
  handle.close();
}
