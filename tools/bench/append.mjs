import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const dist = join(import.meta.dirname, '../../apps/api/dist');
const load = (path) => import(join(dist, path));
const EACH = 3000;
const ROUNDS = 5;

/** appendRatio is how fast the ledger appends beside a raw single-row insert: one event a transaction, FULL, same pragmas, in turns. */
export async function appendRatio(folder) {
  const { openDatabase } = await load('database/database.js');
  const { SqliteStatements } = await load('database/statements.js');
  const { prepareWriter } = await load('database/sqlite-assertions.js');
  const { Ledger } = await load('ledger/ledger.js');
  const { Keys } = await load('ledger/keys.js');
  const { Clock } = await load('clock.js');
  const { openSealed } = await load('database/sealed.js');
  const file = join(folder, 'ledger.sqlite');
  const keysFolder = join(folder, 'keys');
  await (await openDatabase({ database: { kind: 'sqlite', file }, keysFolder })).close();
  const handle = opened(file, prepareWriter);
  const raw = opened(join(folder, 'raw.sqlite'), prepareWriter);
  raw.exec('CREATE TABLE t (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = raw.prepare('INSERT INTO t (body) VALUES (?)');
  const ledger = new Ledger(new Clock(), new Keys(keysFolder));
  const tx = { sql: new SqliteStatements(handle, openSealed(keysFolder)), known: new Map() };
  const facilityId = crypto.randomUUID();
  const item = crypto.randomUUID();
  const staff = crypto.randomUUID();
  const author = () => ({
    facilityId,
    actor: `staff:${staff}`,
    name: '測定 者',
    auth: 'password',
    authAge: 1,
    command: crypto.randomUUID(),
  });
  const movement = {
    type: 'item.checked-in',
    item,
    resident: crypto.randomUUID(),
    occurredAt: null,
    corrects: null,
    facts: { storage: null, condition: 'good', sheet: null },
    private: { residentName: '利用者 一' },
  };
  await inTransaction(handle, () => ledger.open(tx, author()));
  const body = 'x'.repeat(800);
  const ours = () => rate(() => inTransaction(handle, () => ledger.append(tx, author(), [movement])));
  const theirs = () => rate(() => inTransaction(raw, () => insert.run(body)));
  await ours();
  await theirs();
  const pairs = [];
  for (let n = 0; n < ROUNDS; n++) pairs.push({ raw: await theirs(), ledger: await ours() });
  const pages = { raw: await pagesEach(raw, theirs), ledger: await pagesEach(handle, ours) };
  handle.close();
  raw.close();
  pairs.sort((one, other) => one.ledger / one.raw - other.ledger / other.raw);
  return { ...pairs[Math.floor(ROUNDS / 2)], pages };
}

/** How many pages of the write-ahead log one transaction takes. */
async function pagesEach(handle, work) {
  handle.pragma('wal_checkpoint(TRUNCATE)');
  handle.pragma('wal_autocheckpoint = 0');
  await work();
  const frame = handle.pragma('page_size', { simple: true }) + 24;
  return statSync(`${handle.name}-wal`).size / frame / EACH;
}

function opened(file, prepare) {
  const handle = new Database(file);
  prepare(handle);
  return handle;
}

async function inTransaction(handle, work) {
  handle.exec('BEGIN IMMEDIATE');
  await work();
  handle.exec('COMMIT');
}

async function rate(once) {
  const began = performance.now();
  for (let n = 0; n < EACH; n++) await once();
  return EACH / ((performance.now() - began) / 1000);
}
