import { fsyncSync, mkdtempSync, openSync, closeSync, rmSync, writeFileSync, writeSync, readFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem, platform } from 'node:os';
import { join } from 'node:path';
import { appendRatio } from './bench/append.mjs';
import { evaluateDeadlines } from './bench/deadlines.mjs';
import { printForAll } from './bench/forms.mjs';
import { furnish } from './bench/house.mjs';
import { importList } from './bench/import.mjs';
import { load } from './bench/load.mjs';
import { noticesFor } from './bench/notices.mjs';
import { overviewOf } from './bench/overview.mjs';
import { packOf } from './bench/pack.mjs';
import { receiptOf } from './bench/receipt.mjs';
import { azukari, residentMegabytes, run } from './bench/server.mjs';
import { initialTransfer } from './bench/transfer.mjs';
import { verifyRate } from './bench/verify.mjs';

const CONNECTIONS = 16;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);
const ROUNDS = 3;
const MARK = '<!-- measured -->';
const ENTRIES = Number(process.env.BENCH_ENTRIES ?? 200_000);
const ITEMS = 1_000;
const ENTRIES_A_COMMAND = 100;
const RESIDENTS = 200;
const IMPORTED = 500;
const DATED_ITEMS = 100_000;
const NOTICES = 1_000;
const HOMES = 100;

const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-'));
const rows = [];
const add = (what, target, measured, beside = '') => {
  rows.push({ what, target, measured, beside });
  console.error(`${what}: ${measured} (target ${target}) ${beside}`);
};

function fsyncRate() {
  const file = openSync(join(folder, 'fsync'), 'w');
  const began = performance.now();
  let n = 0;
  for (; performance.now() - began < 2000; n++) {
    writeSync(file, 'x'.repeat(4096));
    fsyncSync(file);
  }
  closeSync(file);
  return n / ((performance.now() - began) / 1000);
}

/** Two halves of one connection's day: its own item goes out, and comes back. */
const outAndBack =
  ({ ids, out, back }) =>
  (connection, n) =>
    (n % 2 === 0 ? out : back)([ids[connection]]);

async function throughHttp() {
  const ours = await azukari(join(folder, 'http'));
  const house = await furnish(ours, CONNECTIONS);
  const bare = await run([join(import.meta.dirname, 'bench/bare.mjs'), join(folder, 'bare.sqlite')]);
  const pairs = [];
  // Each turn gets whole pairs of movements, so that every item is in the safe again before the next one.
  const offset = Array.from({ length: CONNECTIONS }, () => 0);
  const next = (connection) => outAndBack(house)(connection, offset[connection]++);
  const like = () => ({ path: '/', body: house.out([house.ids[0]]).body });
  await load({ url: ours.url, connections: CONNECTIONS, seconds: 3, next });
  await load({ url: bare.url, connections: CONNECTIONS, seconds: 1, next: like });
  for (let n = 0; n < ROUNDS; n++)
    pairs.push({
      bare: await load({ url: bare.url, connections: CONNECTIONS, seconds: SECONDS, next: like }),
      ours: await load({ url: ours.url, connections: CONNECTIONS, seconds: SECONDS, next }),
    });
  await ours.stop();
  await bare.stop();
  pairs.sort((one, other) => one.ours.perSecond / one.bare.perSecond - other.ours.perSecond / other.bare.perSecond);
  const { bare: theirs, ours: mine } = pairs[1];
  const only201 = pairs.every(({ ours: { statuses } }) => Object.keys(statuses).join() === '201');
  if (!only201)
    throw new Error(
      `not every movement was acknowledged: ${JSON.stringify(pairs.map(({ ours: { statuses } }) => statuses))}`,
    );
  add(
    '(a) check-out and check-in through HTTP, FULL, 16 connections ÷ bare Fastify + better-sqlite3',
    '≥ 0.2',
    (mine.perSecond / theirs.perSecond).toFixed(2),
    `${Math.round(mine.perSecond)}/s beside ${Math.round(theirs.perSecond)}/s`,
  );
  add(
    '(a) p99 of a movement',
    '≤ 40 ms',
    `${mine.p99.toFixed(1)} ms`,
    `p50 ${mine.p50.toFixed(1)} ms; bare p99 ${theirs.p99.toFixed(1)} ms`,
  );
}

async function withHistory() {
  const data = join(folder, 'history');
  let server = await azukari(data);
  const house = await furnish(server, ITEMS);
  const groups = Array.from({ length: ITEMS / ENTRIES_A_COMMAND }, (_, n) =>
    house.ids.slice(n * ENTRIES_A_COMMAND, (n + 1) * ENTRIES_A_COMMAND),
  );
  let entries = ITEMS;
  let memory = null;
  for (let round = 0; entries < ENTRIES; round++)
    for (const group of groups) {
      const { path, body } = (round % 2 === 0 ? house.out : house.back)(group);
      await house.post(path, body);
      entries += group.length;
      if (memory === null && entries - ITEMS >= 100_000) memory = residentMegabytes(server.child.pid);
    }
  // 今日 is read with 40 items out, as on a busy day.
  if (Math.floor((entries - ITEMS) / ITEMS) % 2 === 1)
    for (const group of groups) await house.post('/api/custody/check-ins', house.back(group).body);
  await house.post('/api/custody/check-outs', house.out(house.ids.slice(0, 40)).body);
  add(
    '(e) memory of the server after 100,000 movements',
    '≤ 250 MB',
    memory === null ? 'not measured here' : `${memory} MB`,
  );
  await server.stop();
  server = await azukari(data);
  const health = await fetch(`${server.url}/api/health`);
  add(
    '(d) start to healthy with 200,000 entries',
    '≤ 3 s',
    `${(server.startMs / 1000).toFixed(2)} s`,
    `health ${health.status}`,
  );
  await readings(server, house);
  await server.stop();
}

/** What people open most, each asked once right after the start, and then for a while. */
async function readings({ url }, { headers, ids }) {
  const ask = async (path) => (await fetch(`${url}${path}`, { headers })).text();
  const { revision } = JSON.parse(await ask('/api/board'));
  const [first, today] = [83, 0].map((ago) => new Date(Date.now() + 32_400_000 - ago * 86_400_000).toISOString());
  const period = `from=${first.slice(0, 10)}&to=${today.slice(0, 10)}`;
  for (const [name, path, most = 30] of [
    ['今日', '/api/board'],
    ['今日, unchanged', `/api/board?since=${revision}`],
    ['記録簿, newest 50', '/api/ledger?limit=50'],
    ['記録簿, one item', `/api/ledger?itemId=${ids[500]}&limit=50`],
    ['記録簿, a kind that is nowhere', '/api/ledger?kind=residence-card&limit=50'],
    ['記録簿, one type, old page', '/api/ledger?type=item.checked-out&limit=50&cursor=1500'],
    ['記録簿, one day', `/api/ledger?from=${new Date(Date.now() - 86_400_000).toISOString()}&limit=50`],
    ['図で見る, 曜日と時間, 84 days', `/api/pictures/week?${period}`, 100],
    ['図で見る, もどすのがおくれたもの, 84 days', `/api/pictures/late?${period}`, 100],
  ]) {
    const began = performance.now();
    await ask(path);
    const once = performance.now() - began;
    const read = () => load({ url, connections: 1, seconds: 3, next: () => ({ method: 'GET', path, headers }) });
    await read();
    const { p95, p50, statuses } = await read();
    if (Object.keys(statuses).join() !== '200') throw new Error(`${path}: ${JSON.stringify(statuses)}`);
    add(
      `(c) ${name}, ${ENTRIES.toLocaleString('en')} entries, 1,000 items, p95`,
      `≤ ${most} ms`,
      `${p95.toFixed(1)} ms`,
      `p50 ${p50.toFixed(1)} ms; the first ${once.toFixed(0)} ms`,
    );
  }
}

async function packed() {
  const pack = await packOf(join(folder, 'pack'), ENTRIES);
  add(
    `(j) pack of ${ENTRIES.toLocaleString('en')} entries, entries a second`,
    '≥ 30,000',
    Math.round(pack.alone).toLocaleString('en'),
    `${pack.megabytes.toFixed(1)} MB of ZIP; ${Math.round(pack.busy).toLocaleString('en')}/s while cards move`,
  );
  add(
    '(j) memory of the server while it is made',
    '≤ 300 MB',
    pack.memory === null ? 'not measured here' : `${pack.memory.most} MB`,
    pack.memory === null ? '' : `${pack.memory.before} MB before`,
  );
  add(
    '(j) movements through HTTP beside it ÷ without it, 16 connections',
    '≥ 0.7',
    pack.kept.toFixed(2),
    `${Math.round(pack.movements)}/s beside ${Math.round(pack.undisturbed)}/s; p99 ${pack.p99.toFixed(1)} ms`,
  );
}

async function verified() {
  const { entries, checkpoints, words, node, page } = await verifyRate();
  const beside = ({ perSecond, hashesPerSecond }) =>
    `${(perSecond / hashesPerSecond).toFixed(3)} of one SHA-256 for each entry's text (${Math.round(hashesPerSecond).toLocaleString('en')}/s)`;
  const of = `${entries.toLocaleString('en')} entries, ${words.toLocaleString('en')} private fields, ${checkpoints.toLocaleString('en')} signatures`;
  const row = (where, target, rate) =>
    add(
      `(k) entries a second that the verifier judges, ${where}`,
      target,
      Math.round(rate.perSecond).toLocaleString('en'),
      `${beside(rate)}; ${of}`,
    );
  row('in Node', '≥ 100,000', node);
  row('on the page, in Chromium', '≥ 30,000', page);
  const receipt = await receiptOf();
  const among = `of one entry among ${receipt.entries.toLocaleString('en')}`;
  add(`(l) receipt ${among}`, '≤ 4,096 bytes', `${receipt.bytes.toLocaleString('en')} bytes`, `${receipt.path} hashes`);
  add(
    `(l) verifying a receipt ${among}`,
    '< 5 ms',
    `${receipt.median.toFixed(1)} ms`,
    `p95 ${receipt.p95.toFixed(1)} ms`,
  );
}

async function main() {
  const disk = fsyncRate();
  const { raw, ledger, pages } = await appendRatio(folder);
  await throughHttp();
  add(
    '(b) ledger append ÷ raw single-row insert, one event a transaction, FULL',
    '≥ 0.5',
    (ledger / raw).toFixed(2),
    `${Math.round(ledger)}/s beside ${Math.round(raw)}/s; ${pages.ledger.toFixed(1)} pages a commit beside ${pages.raw.toFixed(1)}`,
  );
  await withHistory();
  const { kilobytes, files } = initialTransfer();
  add(
    '(f) initial transfer of the web, gzip, without fonts',
    '≤ 300 kB',
    `${Math.round(kilobytes)} kB`,
    `${files} files`,
  );
  const { seconds, first, megabytes, memory } = await printForAll(join(folder, 'forms'), RESIDENTS);
  add(
    `(g) 預かり依頼書 (F1) for ${RESIDENTS} residents in one run`,
    '≤ 10 s',
    `${seconds.toFixed(1)} s`,
    `first byte ${first.toFixed(1)} s; ${megabytes.toFixed(1)} MB of PDF; ${memory === null ? 'memory not measured here' : `${memory} MB more memory while it lasts`}`,
  );
  const list = await importList(join(folder, 'import'), IMPORTED);
  add(
    `(m) taking over a list of ${IMPORTED} residents and ${(3 * IMPORTED).toLocaleString('en')} items in one command`,
    '≤ 20 s',
    `${list.seconds.toFixed(1)} s`,
    `${list.written.toLocaleString('en')} entries; looked at in ${list.looked.toFixed(1)} s before`,
  );
  const dates = await evaluateDeadlines(folder, DATED_ITEMS);
  add(
    `(h) every date of ${DATED_ITEMS.toLocaleString('en')} items for one day`,
    '≤ 2 s',
    `${dates.seconds.toFixed(2)} s`,
    `${dates.found.toLocaleString('en')} dates; with the work lists ${dates.listed.toFixed(2)} s`,
  );
  const notices = await noticesFor(join(folder, 'notices'), NOTICES);
  add(
    `(i) planning, rendering and queueing ${NOTICES.toLocaleString('en')} notices`,
    '≤ 5 s',
    `${notices.seconds.toFixed(1)} s`,
    'final bytes stored, twenty to a commit',
  );
  const overview = await overviewOf(join(folder, 'overview'), HOMES);
  add(
    `(n) 施設の見わたし, ${HOMES} homes of ${overview.items} items, each time after a movement in another, p95`,
    '≤ 100 ms',
    `${overview.p95.toFixed(1)} ms`,
    `p50 ${overview.p50.toFixed(1)} ms; the first ${overview.first.toFixed(0)} ms`,
  );
  await packed();
  await verified();
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}, Node ${process.version}; ${Math.round(disk)} fsyncs of 4 KiB a second`;
  const table = [
    '| What | Target | Measured | Beside it |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.what} | ${row.target} | ${row.measured} | ${row.beside} |`),
  ];
  const text = `${machine}\n\n${table.join('\n')}\n`;
  console.log(text);
  if (process.argv.includes('--write')) {
    const page = join(import.meta.dirname, '../docs/benchmarks.md');
    const parts = readFileSync(page, 'utf8').split(MARK);
    writeFileSync(page, [parts[0], `\n${text}\n`, parts[2]].join(MARK));
  }
}

main().finally(() => rmSync(folder, { recursive: true, force: true }));
