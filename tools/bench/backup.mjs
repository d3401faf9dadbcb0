import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from './fill.mjs';
import { load } from './load.mjs';
import { realHouse } from './real-house.mjs';

const CONNECTIONS = 16;
const A_COMMAND = 100;
const TURN = 0.5;
const QUIET_TURNS = 12;

/**
 * backupBeside measures movements through HTTP while the server makes a backup of so many entries, and before and after: their rates, and the
 * 99th of 100 of all their times.
 */
export async function backupBeside(folder, entries) {
  const { server, house, backups, scratch } = await realHouse(folder, CONNECTIONS, {
    between: (file) => fill(file, entries, A_COMMAND),
  });
  const made = () => readdirSync(backups).filter((name) => name.endsWith('.age'));
  // The first backup and the check of the record that follow a start are not what is measured.
  while (made().length === 0 || existsSync(scratch)) await pause(500);
  await pause(3_000);
  const offset = Array.from({ length: CONNECTIONS }, () => 0);
  const next = (n) => (offset[n]++ % 2 === 0 ? house.out : house.back)([house.ids[n]]);
  const turn = () => load({ url: server.url, connections: CONNECTIONS, seconds: TURN, next });
  for (let n = 0; n < 4; n++) await turn();
  const quiet = [];
  for (let n = 0; n < QUIET_TURNS; n++) quiet.push(await turn());
  // One that is gone counts as none: the server makes the next when it looks, every minute.
  for (const name of made()) rmSync(join(backups, name));
  while (!existsSync(scratch)) await pause(100);
  const beside = [];
  while (existsSync(scratch)) beside.push(await turn());
  for (let n = 0; n < QUIET_TURNS; n++) quiet.push(await turn());
  const { backup } = await health(server);
  await server.stop();
  const during = together(beside.length > 1 ? beside.slice(0, -1) : beside);
  const without = together(quiet);
  return { during, without, seconds: beside.length * TURN, backup, kept: during.perSecond / without.perSecond };
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const health = async ({ url }) => (await fetch(`${url}/api/health`)).json();

function together(turns) {
  if (!turns.every(({ statuses }) => Object.keys(statuses).join() === '201'))
    throw new Error(`not every movement was acknowledged: ${JSON.stringify(turns.map(({ statuses }) => statuses))}`);
  const times = turns.flatMap(({ times }) => times).sort((one, other) => one - other);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  return {
    perSecond: turns.reduce((sum, { perSecond }) => sum + perSecond, 0) / turns.length,
    p50: at(0.5),
    p99: at(0.99),
    most: times.at(-1),
  };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-backup-'));
  console.log(await backupBeside(folder, Number(process.env.BENCH_ENTRIES ?? 200_000)));
  rmSync(folder, { recursive: true, force: true });
}
