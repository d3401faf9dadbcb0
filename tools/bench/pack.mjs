import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from './fill.mjs';
import { furnish } from './house.mjs';
import { load } from './load.mjs';
import { azukari, residentMegabytes } from './server.mjs';

const CONNECTIONS = 16;
const SECONDS = 4;

/**
 * packOf makes a record of so many entries and has it packed, first alone, then while 16 connections take cards out and put them
 * back: entries a second of either, how much memory the server took for it, and what was left of the rate of movements.
 */
export async function packOf(folder, entries) {
  let server = await azukari(folder);
  const house = await furnish(server, CONNECTIONS);
  await server.stop();
  await fill(join(folder, 'azukari.sqlite'), entries);
  server = await azukari(folder);
  const offset = Array.from({ length: CONNECTIONS }, () => 0);
  const next = (n) => (offset[n]++ % 2 === 0 ? house.out : house.back)([house.ids[n]]);
  const movements = (seconds) => load({ url: server.url, connections: CONNECTIONS, seconds, next });
  await movements(2);
  const before = residentMegabytes(server.child.pid);
  const alone = await pack(server, house);
  const rates = [await movements(SECONDS)];
  const making = pack(server, house);
  const beside = await movementsUntil(making, movements);
  const busy = await making;
  rates.push(await movements(SECONDS));
  await server.stop();
  const undisturbed = rates.reduce((sum, { perSecond }) => sum + perSecond, 0) / rates.length;
  return {
    alone: alone.perSecond,
    busy: busy.perSecond,
    megabytes: alone.bytes / 1e6,
    memory: before === null ? null : { before, most: Math.max(alone.most, busy.most) },
    movements: beside.perSecond,
    undisturbed,
    kept: beside.perSecond / undisturbed,
    p99: beside.p99,
  };
}

async function pack(server, { headers }) {
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, residentMegabytes(server.child.pid))), 50);
  const began = performance.now();
  const reply = await fetch(`${server.url}/api/ledger/pack`, { headers });
  if (reply.status !== 200) throw new Error(`the pack answered ${reply.status}`);
  const { size } = await (await fetch(`${server.url}/api/ledger?limit=1`, { headers })).json();
  let bytes = 0;
  for await (const part of reply.body) bytes += part.length;
  clearInterval(watch);
  return { perSecond: size / ((performance.now() - began) / 1000), bytes, most };
}

/** One turn after the other while the pack is made; the last turn goes on a moment after it. */
async function movementsUntil(making, movements) {
  let going = true;
  const end = making.finally(() => (going = false));
  const turns = [];
  while (going) turns.push(await movements(1));
  await end;
  const whole = turns.length > 1 ? turns.slice(0, -1) : turns;
  if (!turns.every(({ statuses }) => Object.keys(statuses).join() === '201'))
    throw new Error('not every movement was acknowledged');
  return {
    perSecond: whole.reduce((sum, { perSecond }) => sum + perSecond, 0) / whole.length,
    p99: Math.max(...whole.map(({ p99 }) => p99)),
  };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-pack-'));
  console.log(await packOf(folder, Number(process.env.BENCH_ENTRIES ?? 100_000)));
  rmSync(folder, { recursive: true, force: true });
}
