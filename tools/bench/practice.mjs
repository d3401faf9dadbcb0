/** Measures the practice houses of one server: how long an entrance takes, how long everybody else waits meanwhile, and what they take: `node tools/bench/practice.mjs`. */
import { readdirSync, rmSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from '../demo/api.mjs';
import { azukari, residentMegabytes } from './server.mjs';

const PASSWORD = 'measure-it-twice';
const MOST = 4;
const ASK_EVERY_MS = 5;

const folder = mkdtempSync(join(tmpdir(), 'azukari-practice-'));
const server = await azukari(folder);
try {
  const manager = new Person(server.url);
  const first = { name: '測定 者', kana: 'そくてい しゃ', loginId: 'bench', password: PASSWORD };
  await manager.post('/api/set-up', { code: server.code, facilityName: '測定の家', manager: first });
  const people = [manager];
  while (people.length < MOST) people.push(await colleague(manager, people.length));
  const before = residentMegabytes(server.child.pid);
  for (const [n, person] of people.entries()) {
    const { tookMs, longestMs } = await watched(() => person.plain('/api/practice', { anew: false }));
    const memory = residentMegabytes(server.child.pid) - before;
    console.log(
      `house ${n + 1}: ${Math.round(tookMs)} ms; others waited ${Math.round(longestMs)} ms at most; ${memory} MB more than before the first`,
    );
  }
  const houses = readdirSync(join(folder, 'practice')).filter((name) => name !== 'model');
  const sizes = houses.map((name) => statSync(join(folder, 'practice', name, 'azukari.sqlite')).size / 1e6);
  console.log(`on the disk: ${sizes.map((size) => size.toFixed(1)).join(', ')} MB`);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function colleague(manager, n) {
  const loginId = `bench${n}`;
  const person = { name: `測定 ${n}番`, kana: 'そくてい', loginId, role: 'floor' };
  const { staff } = await manager.post('/api/staff', person);
  await manager.post('/api/demo/passwords', { staffId: staff.id, password: PASSWORD });
  return new Person(server.url).signIn(loginId, PASSWORD);
}

/** watched asks for the server's health again and again while something is done, and says how long the slowest answer took. */
async function watched(act) {
  let longestMs = 0;
  let over = false;
  const asking = (async () => {
    while (!over) {
      const began = performance.now();
      await (await fetch(`${server.url}/api/health`)).arrayBuffer();
      longestMs = Math.max(longestMs, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  })();
  const began = performance.now();
  await act();
  const tookMs = performance.now() - began;
  over = true;
  await asking;
  return { tookMs, longestMs };
}
