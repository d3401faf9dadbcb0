import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const dist = join(import.meta.dirname, '../../apps/api/dist');
const load = (path) => import(join(dist, path));
const EACH = 10;
const ROUNDS = 3;
const AS_OF = '2026-11-22';
/** What a resident may have here, with every rule about dates among it. */
const KINDS = [
  ['my-number-card', '2031-08-01', '2026-12-10', null],
  ['my-number-card', '2031-08-01', null, null],
  ['eligibility-certificate', '2027-07-31', null, 'late-elderly'],
  ['eligibility-certificate', null, null, 'national'],
  ['care-insurance-card', '2028-03-31', null, null],
  ['care-copay-certificate', '2027-07-31', null, null],
  ['care-limit-certificate', '2027-07-31', null, null],
  ['legacy-insurance-card', null, null, 'national'],
  ['self-support-medical', '2027-01-31', null, null],
  ['patient-card', null, null, null],
];

/** evaluateDeadlines is how long the dates of a house with so many items take for one day: read, reckoned, and put on the work lists. */
export async function evaluateDeadlines(folder, items) {
  const { openDatabase } = await load('database/database.js');
  const { itemDeadlines } = await load('items/item-deadlines.js');
  const { WorkListsService } = await load('work-lists/work-lists.service.js');
  const config = {
    database: { kind: 'sqlite', file: join(folder, 'deadlines.sqlite') },
    keysFolder: join(folder, 'keys'),
  };
  await (await openDatabase(config)).close();
  const { openSealed } = await load('database/sealed.js');
  const facilityId = furnish(config.database.file, openSealed(config.keysFolder), items);
  const database = await openDatabase(config);
  const lists = new WorkListsService(database, { today: () => AS_OF });
  const by = { facilityId, role: 'manager', level: null };
  const dates = () => itemDeadlines(database.reads.sql, facilityId, AS_OF);
  const found = (await dates()).reduce((sum, { deadlines }) => sum + deadlines.length, 0);
  await lists.read(by);
  const seconds = await middle(dates);
  const listed = await middle(() => lists.read(by));
  await database.close();
  return { seconds, listed, found };
}

function furnish(file, sealed, items) {
  const handle = new Database(file);
  const facilityId = crypto.randomUUID();
  const insertInto = (table) => {
    const columns = handle.pragma(`table_info(${table})`).filter(({ notnull, pk }) => notnull === 1 || pk > 0);
    const usual = Object.fromEntries(columns.map(({ name, type }) => [name, type === 'INTEGER' ? 0 : '']));
    let statement;
    return (row) => {
      const whole = { ...usual, ...row };
      const names = Object.keys(whole);
      statement ??= handle.prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      );
      statement.run(Object.values(whole));
    };
  };
  const [facility, resident, item] = ['facility', 'resident', 'item'].map(insertInto);
  handle.exec('BEGIN');
  facility({ id: facilityId, name: '測定の家' });
  for (let n = 0; n < items; n += EACH) {
    const residentId = crypto.randomUUID();
    const birth = `${1930 + (n % 30)}-0${1 + (n % 9)}-15`;
    const close = (column, text) => sealed.close(`resident.${column}`, residentId, text);
    resident({
      id: residentId,
      facility_id: facilityId,
      name: close('name', `利用者 ${n}`),
      kana: close('kana', 'りようしゃ'),
      room: close('room', ''),
      birth_date: close('birth_date', birth),
    });
    for (const [kind, printed, certificate, insurer] of KINDS)
      item({
        id: crypto.randomUUID(),
        facility_id: facilityId,
        resident_id: residentId,
        kind,
        printed_expires_on: printed,
        certificate_expires_on: certificate,
        insurer_type: insurer,
        taken_in_at: '2026-01-05T01:00:00.000Z',
        place: 'stored',
        state: '{}',
        last_at: '2026-01-05T01:00:00.000Z',
      });
  }
  handle.exec('COMMIT');
  handle.close();
  return facilityId;
}

async function middle(work) {
  const times = [];
  for (let n = 0; n < ROUNDS; n++) {
    const began = performance.now();
    await work();
    times.push((performance.now() - began) / 1000);
  }
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
}

if (import.meta.filename === process.argv[1]) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-'));
  const items = Number(process.env.BENCH_ITEMS ?? 100_000);
  evaluateDeadlines(folder, items)
    .then(console.log)
    .finally(() => rmSync(folder, { recursive: true, force: true }));
}
