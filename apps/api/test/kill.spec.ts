import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { base64, joinRoots, nodeHash, utf8, leafHash, loadFrontier } from '@azukari/domain';
import { serverArgs } from '@azukari/tools/server-args';
import { openDatabase } from '../src/database/database.ts';
import type { Config } from '../src/config.ts';
import { sha256 } from '../src/ledger/crypto.ts';
import { ON_POSTGRES, testPlace } from '../src/testing/databases.ts';
import { unzip } from '../src/testing/unzip.ts';
import type { TestPlace } from '../src/testing/databases.ts';

/** `npm run faults` kills a thousand times; here it is the whole server, and on PostgreSQL the database itself goes on. */
const ROUNDS = ON_POSTGRES ? 2 : 3;
const AT_ONCE = 16;
const LEAST_A_ROUND = 10;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly code: string | null;
}

let place: TestPlace;

beforeAll(async () => {
  place = await testPlace();
});

afterAll(() => place.discard());

function start(config: Config): Promise<Running> {
  const { database } = config;
  const child = spawn(process.execPath, serverArgs, {
    env: {
      PATH: process.env['PATH'],
      AZUKARI_DATA: config.dataFolder,
      AZUKARI_DEMO: '1',
      PORT: '0',
      AZUKARI_LOG: 'error',
      ...(database.kind === 'postgres' && { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let code: string | null = null;
    createInterface({ input: child.stdout }).on('line', (line) => {
      code = /set-up code: (\S+)/.exec(line)?.[1] ?? code;
      const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
      if (url) resolve({ process: child, url: url.replace('localhost', '127.0.0.1'), code });
    });
    child.once('exit', (status) => {
      reject(new Error(`the server ended with ${String(status)}`));
    });
  });
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

interface Acknowledged {
  readonly seq: number;
  readonly commandId: string;
}

const post = (url: string, cookie: string, body: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-azukari': '1', cookie },
    body: JSON.stringify(body),
  });

const hold = (commandId: string) => ({
  commandId,
  residentId: null,
  kind: 'care-insurance-card',
  reason: 'found',
  storageId: null,
  note: '廊下で見つけました',
});

/** Sends commands one after the other until the server is gone; keeps what was acknowledged. */
async function keepSending(url: string, cookie: string, acknowledged: Acknowledged[]): Promise<void> {
  for (;;) {
    const commandId = crypto.randomUUID();
    const answer = await post(`${url}/api/custody/temporary-holds`, cookie, hold(commandId))
      .then(async (response) => ({
        status: response.status,
        body: (await response.json()) as { receipt: { entries: { seq: number }[] } },
      }))
      .catch(() => null);
    if (answer === null) return;
    expect(answer.status).toBe(201);
    acknowledged.push({ seq: answer.body.receipt.entries[0]?.seq ?? -1, commandId });
  }
}

/** Reads the whole custody log and works the root out anew from the leaves alone. */
async function readLog(): Promise<{ readonly commands: Map<number, string>; readonly hashes: string[] }> {
  const database = await openDatabase(place.config);
  const { sql } = database.reads;
  const head = await sql.get<{ size: number; root: Uint8Array }>('SELECT size, root FROM log_head WHERE log = 1');
  const leaves = await sql.all<{ seq: number; body: string; command: string }>(
    'SELECT seq, body, command FROM log_leaf WHERE log = 1 ORDER BY seq',
  );
  const nodes = new Map(
    (await sql.all<{ pos: number; hash: Uint8Array }>('SELECT pos, hash FROM log_node WHERE log = 1')).map(
      ({ pos, hash }) => [pos, hash],
    ),
  );
  await database.close();
  const hashes = leaves.map(({ body }) => leafHash(utf8(body), sha256));
  expect(leaves.map(({ seq }) => seq)).toEqual(leaves.map((_, n) => n));
  expect(head?.size).toBe(leaves.length);
  const root = base64(treeOf(hashes));
  expect(base64(head?.root ?? new Uint8Array())).toBe(root);
  const stored = loadFrontier(leaves.length, (position) => nodes.get(position) ?? new Uint8Array());
  expect(base64(joinRoots(stored.roots, sha256))).toBe(root);
  return { commands: new Map(leaves.map(({ seq, command }) => [seq, command])), hashes: hashes.map(base64) };
}

/** RFC 6962 §2.1, by its own recursion. */
function treeOf(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (hashes.length === 1 && only) return only;
  const half = 2 ** (Math.ceil(Math.log2(hashes.length)) - 1);
  return nodeHash(treeOf(hashes.slice(0, half)), treeOf(hashes.slice(half)), sha256);
}

let cookie: string;

test(`kill -9 under load, ${String(ROUNDS)} rounds: everything acknowledged is there, unchanged, and the server starts again by itself`, async () => {
  let server = await start(place.config);
  const manager = { name: '佐藤 花子', kana: 'さとう はなこ', loginId: 'manager', password: 'a-long-enough-one' };
  const made = await post(`${server.url}/api/set-up`, '', { code: server.code, facilityName: 'さくらの里', manager });
  expect(made.status).toBe(201);
  cookie = (made.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const acknowledged: Acknowledged[] = [];
  let earlier: readonly string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const sending = Array.from({ length: AT_ONCE }, () => keepSending(server.url, cookie, acknowledged));
    const before = acknowledged.length;
    await pause(60 + ((round * 37) % 240));
    // However slow the machine is, each round kills a server that was answering.
    while (acknowledged.length < before + LEAST_A_ROUND) await pause(5);
    await killed(server.process);
    await Promise.all(sending);
    const { commands, hashes } = await readLog();
    expect(acknowledged.filter(({ seq, commandId }) => commands.get(seq) !== commandId)).toEqual([]);
    expect(hashes.slice(0, earlier.length)).toEqual(earlier);
    earlier = hashes;
    server = await start(place.config);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * LEAST_A_ROUND);
  // A command whose answer was lost may be sent again: it answers with its first receipt.
  const last = acknowledged.at(-1);
  const again = await post(`${server.url}/api/custody/temporary-holds`, cookie, hold(last?.commandId ?? ''));
  expect(await again.json()).toMatchObject({ receipt: { entries: [{ seq: last?.seq }] } });
  await killed(server.process);
});

/** What arrives of an answer, until it ends or breaks off. */
async function arriving(answer: Promise<Response>): Promise<{ readonly bytes: Uint8Array; readonly ended: boolean }> {
  const parts: Uint8Array[] = [];
  let ended = false;
  try {
    const { body } = await answer;
    for await (const part of body as unknown as AsyncIterable<Uint8Array>) parts.push(part);
    ended = true;
  } catch {
    // Nobody is there any more.
  }
  return { bytes: new Uint8Array(Buffer.concat(parts)), ended };
}

const PACKS = {
  'of the record': {
    order: (url: string) => fetch(`${url}/api/ledger/pack`, { headers: { cookie } }),
    progress: '/api/ledger/pack/progress',
    type: 'pack.made',
    again: 2,
  },
  'for a 運営指導': {
    order: (url: string) => post(`${url}/api/inspections`, cookie, PERIOD),
    progress: '/api/inspections/progress',
    type: 'inspection.made',
    again: 1,
  },
} as const;
// Whatever today is, it is the day of a command that is sent again.
const PERIOD = { commandId: crypto.randomUUID(), from: '2026-01-01', to: '2026-12-31' };

// A pack that breaks off is the same on either database.
const once = ON_POSTGRES ? test.skip : test;
once.each(Object.entries(PACKS))(
  'kill -9 while a pack %s is made: what arrived opens nowhere, and is made anew',
  async (_, pack) => {
    const { order, progress, type, again } = pack;
    let server = await start(place.config);
    const signedIn = await post(`${server.url}/api/session`, '', { loginId: 'manager', password: 'a-long-enough-one' });
    cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const read = async <T>(path: string): Promise<T> =>
      (await (await fetch(`${server.url}${path}`, { headers: { cookie } })).json()) as T;
    const begun = arriving(order(server.url));
    const answer = { isOver: false };
    void begun.then(() => (answer.isOver = true));
    while (!answer.isOver && Object.values(await read<Record<string, unknown>>(progress))[0] === null) await pause(2);
    await killed(server.process);
    const { bytes, ended } = await begun;
    // Where the machine was faster than the kill, all of it is there.
    if (ended) expect((await unzip(bytes)).has('SHA256SUMS')).toBe(true);
    else await expect(unzip(bytes)).rejects.toThrow(/end of central directory/i);

    server = await start(place.config);
    const whole = await arriving(order(server.url));
    expect([whole.ended, (await unzip(whole.bytes)).has('SHA256SUMS')]).toEqual([true, true]);
    // That it leaves the house was written down before its first byte, also of the one that never arrived.
    const { entries } = await read<{ entries: readonly { readonly facts: { readonly log?: string } }[] }>(
      `/api/ledger?type=${type}&limit=200`,
    );
    expect(entries.filter(({ facts }) => facts.log !== 'access')).toHaveLength(again);
    await killed(server.process);
  },
);
