/**
 * Appends entries to the record of a folder through the real unit of work, three units at a time as a server at work has them, and says
 * `seq hash` of each once it is committed. `node appender.mjs FOLDER [UNITS]`; without a number it goes on until it is killed.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '../../apps/api/dist');
const load = (path) => import(join(dist, path));
const AT_ONCE = 3;

const [folder, units = 'Infinity'] = process.argv.slice(2);
const { openDatabase } = await load('database/database.js');
const { Ledger } = await load('ledger/ledger.js');
const { Keys } = await load('ledger/keys.js');
const { Clock } = await load('clock.js');

const keysFolder = join(folder, 'keys');
const database = await openDatabase({ database: { kind: 'sqlite', file: join(folder, 'azukari.sqlite') }, keysFolder });
const ledger = new Ledger(new Clock(), new Keys(keysFolder));
const known = await database.reads.sql.get("SELECT facility_id AS id FROM log WHERE kind = 'custody'");
const facilityId = known?.id ?? crypto.randomUUID();
const staff = crypto.randomUUID();
const author = () => ({
  facilityId,
  actor: `staff:${staff}`,
  name: '試験 者',
  auth: 'password',
  authAge: 1,
  command: crypto.randomUUID(),
});
if (!known) await database.writes.run((tx) => ledger.open(tx, author()));

const movement = {
  type: 'item.checked-in',
  item: crypto.randomUUID(),
  resident: crypto.randomUUID(),
  occurredAt: null,
  corrects: null,
  facts: { storage: null, condition: 'good', sheet: null },
  private: { residentName: '利用者 一' },
};
const HASH = "SELECT hash FROM log_leaf JOIN log ON log.id = log_leaf.log WHERE kind = 'custody' AND seq = ?";

/** One unit: what is said is what the server would have answered with. */
async function append() {
  const [entry] = await database.writes.run((tx) => ledger.append(tx, author(), [movement]));
  const { hash } = await database.reads.sql.get(HASH, [entry.seq]);
  writeSync(1, `${entry.seq} ${Buffer.from(hash).toString('hex')}\n`);
}

writeSync(1, 'ready\n');
try {
  for (let n = 0; n < Number(units); n += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, append));
} catch (error) {
  writeSync(1, `refused ${error.code ?? error.message}\n`);
}
await database.close();
