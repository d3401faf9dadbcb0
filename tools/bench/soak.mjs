import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realHouse } from './real-house.mjs';
import { residentMegabytes } from './server.mjs';

/** A day at 50 requests a second. */
const A_DAY = 24 * 3600 * 50;
const REQUESTS = Number(process.env.BENCH_SOAK_REQUESTS ?? A_DAY);
const MINUTES = Number(process.env.BENCH_SOAK_MINUTES ?? 10);
const CONNECTIONS = 16;
const ITEMS = 200;
const QUARTERS = 4;
/** What the server may have more at the end than after its first quarter. */
const MOST_GROWTH = 1.15;
/** The collector runs when it is asked, so that what is measured is held and not merely not yet collected; what it leaves is written down. */
const COLLECTS = `import { writeFileSync } from 'node:fs';
process.on('SIGWINCH', () => { gc(); gc(); writeFileSync(process.env.BENCH_HEAP, JSON.stringify(process.memoryUsage())); });`;

/**
 * The mix of a working day, in shares of a thousand: screens that ask whether 今日 has changed, people who look, cards that go and come, and
 * families' links. Sign-ins are dear on purpose and rare: a home has some hundred a day, and so has each `SIGN_IN_EVERY`.
 */
const MIX = [
  ['今日, unchanged?', 780],
  ['今日', 40],
  ['記録簿', 50],
  ['one card', 30],
  ['one resident', 20],
  ['out or back', 50],
  ['a family’s link', 30],
];
const SIGN_IN_EVERY = 2_000;

/** soak sends the mix until so many requests were answered or the time is over, and looks at the server's memory at each quarter. */
export async function soak(folder) {
  const place = await placeOf(folder);
  return askAway(place).finally(() => place.server.stop());
}

async function placeOf(folder) {
  const familyPort = 40_000 + Math.floor(Math.random() * 20_000);
  const heap = join(folder, 'heap.json');
  const { server, house } = await realHouse(folder, ITEMS, {
    env: { AZUKARI_FAMILY_URL: 'http://127.0.0.1', AZUKARI_FAMILY_PORT: String(familyPort), BENCH_HEAP: heap },
    args: ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(COLLECTS)}`],
  });
  return { server, house, familyPort, heap };
}

async function askAway({ server, house, familyPort, heap }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * CONNECTIONS });
  const sent = new Map();
  const errors = new Map();
  const ask = async (what, { port = new URL(server.url).port, expected = [200], ...call }) => {
    const answer = await send({ agent, port, headers: house.headers, ...call });
    sent.set(what, (sent.get(what) ?? 0) + 1);
    const wrong = `${what}: ${answer.status}`;
    if (!expected.includes(answer.status)) errors.set(wrong, (errors.get(wrong) ?? 0) + 1);
    return answer;
  };
  const worlds = await peopleOf(house, ask);
  const drawn = MIX.flatMap(([what, share]) => Array.from({ length: share }, () => what));
  const revision = { now: '' };
  const turns = Array.from({ length: CONNECTIONS }, (_, n) => ({ n, id: house.ids[n], out: false }));
  const doOne = {
    '今日, unchanged?': (what) => ask(what, { path: `/api/board?since=${revision.now}`, expected: [200, 304] }),
    今日: async (what) => {
      const { body } = await ask(what, { path: '/api/board', reads: true });
      revision.now = JSON.parse(body).revision;
    },
    記録簿: (what) => ask(what, { path: '/api/ledger?limit=50' }),
    'one card': (what, turn) => ask(what, { path: `/api/items/${turn.id}` }),
    'one resident': (what) => ask(what, { path: '/api/residents' }),
    'out or back': async (what, turn) => {
      const { path, body } = (turn.out ? house.back : house.out)([turn.id]);
      await ask(what, { method: 'POST', path, body, expected: [201] });
      turn.out = !turn.out;
    },
    'a family’s link': (what) =>
      ask(what, { port: familyPort, path: `/f/${randomUUID()}`, headers: {}, expected: [200, 404, 410, 429] }),
  };
  const began = performance.now();
  const until = began + MINUTES * 60_000;
  const memory = [];
  let done = 0;
  const share = async (goal, time) => {
    await Promise.all(
      turns.map(async (turn) => {
        while (done < goal && performance.now() < time) {
          const n = done++;
          if (n % SIGN_IN_EVERY === 0) await worlds.changePerson(n);
          const what = drawn[(n * 7919 + turn.n) % drawn.length];
          await doOne[what](what, turn);
        }
      }),
    );
    memory.push({ requests: done, ...(await settled(server.child, heap)) });
    console.error(JSON.stringify(memory.at(-1)));
  };
  memory.push({ requests: 0, ...(await settled(server.child, heap)) });
  for (let quarter = 1; quarter <= QUARTERS; quarter++)
    await share((REQUESTS * quarter) / QUARTERS, began + ((until - began) * quarter) / QUARTERS);
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const growth = memory.at(-1).megabytes / memory[1].megabytes;
  return {
    requests: done,
    seconds,
    perSecond: done / seconds,
    dayAt50PerSecond: done / A_DAY,
    memory,
    growth,
    sent: Object.fromEntries(sent),
    errors: Object.fromEntries(errors),
    flat: growth <= MOST_GROWTH,
  };
}

/** Somebody who signs in and out on a computer, and two who take turns on a shared tablet. */
async function peopleOf({ post }, ask) {
  const password = 'soak-it-for-a-day';
  const people = [];
  for (const name of ['浸水 一', '浸水 二']) {
    const loginId = `soak-${people.length}`;
    const { staff, code } = await post('/api/staff', { name, kana: 'しんすい', loginId, role: 'floor' });
    await ask('first sign-in', {
      method: 'POST',
      path: '/api/session',
      headers: { 'x-azukari': '1' },
      body: { loginId, password: code, next: password },
      expected: [201],
    });
    people.push({ staffId: staff.id, loginId });
  }
  const { code } = await post('/api/tablets', { name: '測定の端末' });
  const enrolled = await ask('a tablet', {
    method: 'POST',
    path: '/api/tablet',
    headers: { 'x-azukari': '1' },
    body: { code },
  });
  const tablet = enrolled.cookies;
  return {
    changePerson: async (n) => {
      const { staffId, loginId } = people[n % people.length];
      const headers = { 'x-azukari': '1' };
      const own = await ask('sign-in', {
        method: 'POST',
        path: '/api/session',
        headers,
        body: { loginId, password },
        expected: [201],
      });
      await ask('sign-out', {
        method: 'DELETE',
        path: '/api/session',
        headers: { ...headers, cookie: own.cookies },
        expected: [204],
      });
      await ask('change of person on a tablet', {
        method: 'POST',
        path: '/api/tablet/session',
        headers: { ...headers, cookie: tablet },
        body: { staffId, password },
        expected: [201],
      });
    },
  };
}

/** What the process holds when nobody asks anything and the collector has run: in all, and of it by objects and by buffers. */
async function settled({ pid }, heap) {
  for (let n = 0; n < 3; n++) {
    process.kill(pid, 'SIGWINCH');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  const { heapUsed, external } = JSON.parse(readFileSync(heap, 'utf8'));
  return { megabytes: residentMegabytes(pid), objects: inMegabytes(heapUsed), buffers: inMegabytes(external) };
}

const inMegabytes = (bytes) => Math.round(bytes / 2 ** 20);

function send({ agent, port, method = 'GET', path, headers, body, reads = false }) {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const length = payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) };
    const call = request(
      { agent, hostname: '127.0.0.1', port, method, path, headers: { ...headers, ...length } },
      (response) => {
        const cookies = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ');
        const parts = [];
        response.on('data', (part) => reads && parts.push(part));
        response.once('end', () =>
          resolve({ status: response.statusCode, cookies, body: Buffer.concat(parts).toString() }),
        );
        response.once('error', reject);
      },
    );
    call.once('error', reject);
    call.end(payload);
  });
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-soak-'));
  try {
    const result = await soak(folder);
    console.log(JSON.stringify(result, null, 2));
    process.exitCode = result.flat && Object.keys(result.errors).length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
