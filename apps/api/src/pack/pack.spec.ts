import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { checkOut, listEntries, makePack, readCheckpoint, readPackProgress } from '@azukari/contract';
import { instantAt } from '@azukari/domain';
import { examinePack, nodeMeans } from '@azukari/tools/verify';
import { install } from '@sinonjs/fake-timers';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { openHouse } from '../testing/house.ts';
import type { House, Home } from '../testing/house.ts';
import { PASSWORD } from '../testing/person.ts';
import type { At, Person } from '../testing/person.ts';
import { PIECE_BYTES, PIECES_AHEAD } from './hand-over.ts';
import { Packer } from './packer.ts';
import { check, unpack } from './testing/unpack.ts';
import type { Checked, Unpacked } from './testing/unpack.ts';
import { NotTaken } from './zip-maker.ts';

const DAY_MS = 86_400_000;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function packOf(person: Person, at: At = {}): Promise<Unpacked> {
  const reply = await person.send(makePack, undefined, at);
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/zip']);
  return unpack(reply.body);
}

async function checked(home: Home, pack: Unpacked, log: 'custody' | 'access' = 'custody'): Promise<Checked> {
  return check(pack, log, (await home.manager.ok(readCheckpoint, undefined, { log })).key);
}

/** One item of a new resident, taken out: six entries or so, some with names. */
async function somethingHappens(home: Home = house): Promise<string> {
  const item = await home.anItem();
  await home.manager.ok(checkOut, {
    itemIds: [item.id],
    purpose: 'outpatient',
    holder: { kind: 'staff', staffId: home.manager.staffId },
    dueBackAt: instantAt(Date.now() + DAY_MS),
  });
  return item.id;
}

describe('a pack of everything', () => {
  it('holds both logs whole, up to a signed checkpoint over the entry that says that it was made', async () => {
    await somethingHappens();
    const pack = await packOf(house.manager);
    expect(pack.names).toEqual([
      'README.txt',
      'pack.json',
      'verify.html',
      ...['custody', 'access'].flatMap((folder) =>
        ['leaves.jsonl', 'private.jsonl', 'checkpoints.jsonl', 'checkpoint'].map((file) => `${folder}/${file}`),
      ),
      'SHA256SUMS',
    ]);
    const custody = await checked(house, pack);
    const access = await checked(house, pack, 'access');
    expect([custody.from, custody.to, access.from, access.to]).toEqual([
      0,
      await house.ledgerSize(),
      0,
      await house.ledgerSize('access'),
    ]);
    expect(custody.leaves.slice(-2).map(({ type, facts, actor }) => ({ type, facts, actor }))).toEqual(
      (['custody', 'access'] as const).map((log) => ({
        type: 'pack.made',
        facts: { log, from: 0, to: null },
        actor: `staff:${house.manager.staffId}`,
      })),
    );
    expect(custody.checkpoints.at(-1)).toBe(pack.text('custody/checkpoint'));
    const { entries } = await house.manager.ok(listEntries, undefined, { limit: 200 });
    for (const { seq, private: words } of entries)
      expect(Object.fromEntries((custody.fields.get(seq)?.openings ?? []).map((o) => [o.field, o.value]))).toEqual(
        words,
      );
  });

  it('says in README.txt, in two languages, what it is and by which code it can be known again', async () => {
    const text = (await packOf(house.manager)).text('README.txt');
    const { code, size } = await house.manager.ok(readCheckpoint);
    expect(text.split(code)).toHaveLength(3);
    expect(text).toContain('さくら苑');
    expect(text).toContain(`over ${String(size)} entries`);
    expect(text).toContain(`0 – ${String(size - 1)}`);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('can be of one log', async () => {
    const pack = await packOf(house.manager, { log: 'custody' });
    expect(pack.names.filter((name) => name.startsWith('access'))).toEqual([]);
    expect((await checked(house, pack)).leaves.at(-1)).toMatchObject({ type: 'pack.made', facts: { log: 'custody' } });
    expect((await checked(house, await packOf(house.manager, { log: 'access' }), 'access')).from).toBe(0);
  });

  it('is of one facility', async () => {
    await somethingHappens(house.second);
    const pack = await packOf(house.second.manager);
    const { leaves, to } = await checked(house.second, pack);
    expect(to).toBe(await house.ledgerSize('custody', house.second.facilityId));
    expect(leaves.every(({ log }) => log.includes(house.second.facilityId))).toBe(true);
    expect(pack.text('custody/private.jsonl')).not.toContain('佐藤 花子');
    expect(await house.second.manager.send(readPackProgress)).toMatchObject({ body: { entries: null } });
  });

  it('carries the page that checks it', async () => {
    const pack = await packOf(house.manager);
    expect(pack.text('verify.html')).toContain('記録の検証');
    expect(pack.text('README.txt')).toContain('verify.html');
  });

  it('holds before a verifier that knows nothing of this server, whole and for a period', async () => {
    await somethingHappens();
    const { entries } = await house.manager.ok(listEntries, undefined, { limit: '3' });
    const from = entries.at(-1)?.recordedAt ?? '';
    const to = '2020-01-02T00:00:00.000Z';
    for (const at of [{}, { from }, { log: 'access' }, { from: '2020-01-01T00:00:00.000Z', to }]) {
      const { body } = await house.manager.send(makePack, undefined, at);
      const report = await examinePack(new Blob([new Uint8Array(body)]), null, nodeMeans());
      expect([at, report]).toEqual([at, expect.objectContaining({ verdict: 'holds' })]);
    }
  });
});

describe('who may', () => {
  test.each([
    ['manager', 200],
    ['auditor', 200],
    ['admin', 403],
    ['floor', 403],
  ] as const)('%s: %i', async (role, status) => {
    const person = await house.aStaff({ role, level: 'responsible' });
    const before = await house.ledgerSize();
    const reply = await person.send(makePack);
    expect(reply.status).toBe(status);
    expect(await house.ledgerSize()).toBe(before + (status === 200 ? 2 : 0));
    expect((await person.send(readPackProgress)).status).toBe(status);
  });

  it('each resident whose names are in it was looked at', async () => {
    const auditor = await house.aStaff({ role: 'auditor' });
    const item = await house.anItem();
    await packOf(auditor);
    const seen = await house.manager.ok(listEntries, undefined, {
      log: 'access',
      actorId: auditor.staffId,
      limit: 200,
    });
    expect(seen.entries.map(({ facts }) => facts)).toContainEqual({ screen: 'export' });
    expect(seen.entries.map(({ resident }) => resident?.id)).toContain(item.resident?.id);
  });
});

describe('a pack of a period', () => {
  it('begins where the period does, ends at the first checkpoint after it, and proves what came before', async () => {
    const at: string[] = [];
    const sizes: number[] = [];
    for (let n = 0; n < 3; n++) {
      at.push(house.clock.now());
      sizes.push(await house.ledgerSize());
      await somethingHappens();
      await house.app.get(Checkpoints, { strict: false }).signAll();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const pack = await packOf(house.manager, { from: at[1], to: at[2] });
    expect(pack.names).toContain('custody/before.json');
    const { leaves, from, to, checkpoints } = await checked(house, pack);
    expect([from, to]).toEqual([sizes[1], sizes[2]]);
    expect(leaves.every(({ recordedAt }) => recordedAt >= (at[1] ?? '') && recordedAt < (at[2] ?? ''))).toBe(true);
    expect(leaves[0]?.part).toBe(0);
    expect(checkpoints).toContain(pack.text('custody/checkpoint'));
    expect(checkpoints.every((note) => Number(note.split('\n')[1]) > from)).toBe(true);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'pack.made', limit: 2 });
    expect(entries.map(({ facts }) => facts)).toContainEqual({ log: 'custody', from, to });
  });

  it('without an end goes on to the entry that says that it was made', async () => {
    const from = house.clock.now();
    const size = await house.ledgerSize();
    await somethingHappens();
    const { leaves, ...span } = await checked(house, await packOf(house.manager, { from }));
    expect(span).toMatchObject({ from: size, to: await house.ledgerSize() });
    expect(leaves.at(-2)).toMatchObject({ type: 'pack.made', facts: { log: 'custody', from: size, to: null } });
    const later = await packOf(house.manager, { from, to: instantAt(Date.now() + DAY_MS) });
    expect((await checked(house, later)).to).toBe(await house.ledgerSize());
  });

  it('in which nothing was recorded ends where it begins', async () => {
    await house.manager.ok(readCheckpoint);
    const [from, to] = [instantAt(Date.now() - 300 * DAY_MS), instantAt(Date.now() - 200 * DAY_MS)];
    const { leaves, from: begins } = await checked(house, await packOf(house.manager, { from, to }));
    expect(begins).toBe(0);
    expect(leaves.every(({ seq }, n) => seq === n)).toBe(true);
  });

  test.each([
    ['no instant', { from: 'yesterday' }, 'from', 'instant'],
    ['an end before its beginning', { from: '2026-05-02T00:00:00Z', to: '2026-05-01T00:00:00Z' }, 'to', 'before-from'],
    ['a beginning that is still to come', { from: '2999-01-01T00:00:00Z' }, 'from', 'in-future'],
    ['a log that is none', { log: 'notices' }, 'log', 'invalid-value'],
  ] as const)('%s is refused, and no entry is made', async (_, at, path, code) => {
    const before = await house.ledgerSize();
    expect(await house.manager.send(makePack, undefined, at)).toMatchObject({ status: 400, issues: [{ path, code }] });
    expect(await house.ledgerSize()).toBe(before);
  });
});

describe('what must not be in it, or not end', () => {
  it('of an erased field the digest stays, and the value is gone', async () => {
    const itemId = await somethingHappens();
    const [entry] = (await house.manager.ok(listEntries, undefined, { itemId, type: 'item.taken-in' })).entries;
    const { seq = 0, private: words = {} } = entry ?? {};
    expect(Object.keys(words).sort()).toEqual(['actorName', 'residentName']);
    await house.database.writes.run(({ sql }) =>
      sql.run(
        `DELETE FROM private_field WHERE seq = ? AND field = 'residentName' AND log = (SELECT id FROM log WHERE facility_id = ? AND kind = 'custody')`,
        [seq, house.facilityId],
      ),
    );
    const kept = (await checked(house, await packOf(house.manager))).fields.get(seq);
    expect(Object.keys(kept?.digests ?? {}).sort()).toEqual(['actorName', 'residentName']);
    expect(kept?.openings.map(({ field }) => field)).toEqual(['actorName']);
  });

  it('where nothing may be signed there is no pack, and no entry', async () => {
    const checkpoints = house.app.get(Checkpoints, { strict: false });
    const { newestIfContinuous } = checkpoints;
    checkpoints.newestIfContinuous = () => Promise.resolve(null);
    const before = await house.ledgerSize();
    const reply = await house.manager.send(makePack);
    checkpoints.newestIfContinuous = newestIfContinuous;
    expect(reply).toMatchObject({ status: 503, refusal: { kind: 'record-discontinuous' } });
    expect(await house.ledgerSize()).toBe(before);
  });

  it('a disk that is full at any of its writes is said to be, and what is answered is no ZIP', async () => {
    const { writes } = house.database;
    const { run } = writes;
    const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
    const answered: number[] = [];
    for (let room = 0; answered.at(-1) !== 200; room++) {
      await somethingHappens();
      let left = room;
      writes.run = <T>(work: Parameters<typeof run<T>>[0]) =>
        left-- > 0 ? run.call<typeof writes, [typeof work], Promise<T>>(writes, work) : Promise.reject(full);
      const reply = await house.manager.send(makePack);
      writes.run = run;
      answered.push(reply.status);
      if (reply.status === 200) expect((await checked(house, await unpack(reply.body))).from).toBe(0);
      else expect(reply).toMatchObject({ status: 507, refusal: { kind: 'disk-full' } });
    }
    expect(answered.length).toBeGreaterThan(3);
    expect((await house.manager.ok(readPackProgress)).entries).toBeNull();
  });

  it('a worker that fails before the first byte is said to have failed', async () => {
    const packer = house.app.get(Packer, { strict: false });
    const { make } = packer;
    packer.make = (staffId, order) =>
      make.call(packer, staffId, { ...order, database: { kind: 'sqlite', file: '/nowhere/at/all' } });
    const reply = await house.manager.send(makePack);
    packer.make = make;
    expect([reply.status, reply.headers['content-type']]).toEqual([500, 'application/json; charset=utf-8']);
    expect((await house.manager.ok(readPackProgress)).entries).toBeNull();
  });
});

describe('over a real connection', () => {
  let url: string;
  let cookie: string;
  beforeAll(async () => {
    await house.app.listen(0, '127.0.0.1');
    url = await house.app.getUrl();
    const session = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-azukari': '1' },
      body: JSON.stringify({ loginId: 'manager', password: PASSWORD }),
    });
    cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  });

  /** The pack that the server is making, and what it answers to whoever asked. */
  async function begun(change: (order: Parameters<Packer['make']>[1]) => Parameters<Packer['make']>[1]) {
    const packer = house.app.get(Packer, { strict: false });
    const { make } = packer;
    let zip: Readable | undefined;
    packer.make = (staffId, order) => (zip = make.call(packer, staffId, change(order)));
    const gone = new AbortController();
    const reply = await fetch(`${url}/api/ledger/pack`, { headers: { cookie }, signal: gone.signal });
    packer.make = make;
    if (!zip) throw new Error('nothing was made');
    return { zip, reply, gone };
  }

  // What does not compress, and more of it than lies in all the buffers on the way.
  const noise = Array.from({ length: 1_500_000 }, () => crypto.randomUUID()).join('');

  it('who hangs up takes the order back, and the next one has its turn', async () => {
    const { zip, reply, gone } = await begun((order) => ({ ...order, texts: [...order.texts, ['noise', noise]] }));
    expect(reply.status).toBe(200);
    expect((await house.manager.ok(readPackProgress)).entries).toMatchObject({
      done: 0,
      of: expect.any(Number) as number,
    });
    const closed = once(zip, 'close');
    expect(zip.readableEnded).toBe(false);
    gone.abort();
    await closed;
    expect(zip.readableEnded).toBe(false);
    expect((await house.manager.ok(readPackProgress)).entries).toBeNull();
    expect((await checked(house, await packOf(house.manager))).from).toBe(0);
  });

  /** Nothing more is written while the pieces that may be on their way all wait for the reader. */
  async function isStalled(zip: Readable): Promise<void> {
    while (zip.readableLength < PIECES_AHEAD * PIECE_BYTES) await new Promise((resolve) => setImmediate(resolve));
  }

  describe('a receiver that is slow', () => {
    let timers: ReturnType<typeof install>;
    beforeEach(() => {
      timers = install({ toFake: ['setTimeout', 'clearTimeout'], ignoreMissingTimers: true });
    });
    afterEach(() => timers.uninstall());

    it('who takes nothing for half a minute loses the turn, hears that it broke off, and the next one has it', async () => {
      const { zip, reply } = await begun((order) => ({ ...order, texts: [...order.texts, ['noise', noise]] }));
      const next = packOf(house.manager);
      const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
      await isStalled(zip);
      timers.tick(29_999);
      // Who takes anything begins it anew.
      while (zip.readableLength >= PIECES_AHEAD * PIECE_BYTES) await reader.read();
      await isStalled(zip);
      timers.tick(29_999);
      expect(zip.destroyed).toBe(false);
      timers.tick(1);
      expect(zip.errored).toBeInstanceOf(NotTaken);
      expect((await checked(house, await next)).from).toBe(0);
      const toTheEnd = async (): Promise<void> => {
        while (!(await reader.read()).done);
      };
      await expect(toTheEnd()).rejects.toThrow('terminated');
    });

    it('who takes a little just before each half minute is over has ten minutes in all', async () => {
      const packer = house.app.get(Packer, { strict: false });
      const { make } = packer;
      const begins = new Promise<Readable>((resolve) => {
        packer.make = (staffId, order) => {
          const zip = make.call(packer, staffId, { ...order, texts: [...order.texts, ['noise', noise]] });
          resolve(zip);
          return new PassThrough().end();
        };
      });
      await packOf(house.manager).catch(() => undefined);
      packer.make = make;
      const zip = await begins;
      for (let times = 0; times < 20; times++) {
        if (zip.readableLength === 0) await once(zip, 'readable');
        timers.tick(29_999);
        while (zip.read() !== null);
      }
      expect(zip.destroyed).toBe(false);
      timers.tick(20);
      expect(zip.errored).toBeInstanceOf(NotTaken);
      expect((await checked(house, await packOf(house.manager))).from).toBe(0);
    });
  });

  it('what fails in the middle breaks off, and what arrived opens nowhere', async () => {
    const { reply } = await begun((order) => ({
      ...order,
      texts: [...order.texts, ['noise', noise]],
      // A statement that neither database takes.
      logs: order.logs.map((log) => ({ ...log, id: [1, 2] as never })),
    }));
    expect(reply.status).toBe(200);
    const parts: Uint8Array[] = [];
    const whole = (async () => {
      for await (const part of reply.body as unknown as AsyncIterable<Uint8Array>) parts.push(part);
    })();
    await expect(whole).rejects.toThrow('terminated');
    expect(parts.length).toBeGreaterThan(0);
    await expect(unpack(Buffer.concat(parts))).rejects.toThrow(/end of central directory/i);
  });
});
