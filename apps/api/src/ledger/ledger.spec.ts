import { createPublicKey, verify } from 'node:crypto';
import {
  checkIn,
  holdTemporarily,
  listEntries,
  readCheckpoint,
  readConsistency,
  readHealth,
  readProof,
} from '@azukari/contract';
import {
  anchorCode,
  checkReceipt,
  checkpointBody,
  fromBase64,
  instantAt,
  openCheckpoint,
  parseVerifierKey,
  verifyConsistency,
} from '@azukari/domain';
import type { AnswerOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { ON_POSTGRES } from '../testing/databases.ts';
import { sha256, verifyEd25519 } from './crypto.ts';
import { houseEntry } from './house-entry.ts';
import { Ledger } from './ledger.ts';
import type { Author } from './ledger.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

const hold = () =>
  house.manager.ok(holdTemporarily, { residentId: null, kind: 'sealed-envelope', reason: 'found', storageId: null });
type Checkpoint = AnswerOf<typeof readCheckpoint>;

function opened({ note, key }: Checkpoint) {
  const parsed = parseVerifierKey(key, sha256);
  const answer = parsed && openCheckpoint(note, [parsed], verifyEd25519);
  if (!parsed || !answer?.ok) throw new Error('the checkpoint does not open');
  return { ...answer.checkpoint, keys: [parsed] };
}

describe('checkpoints and proofs over the API', () => {
  test('the signed checkpoint covers every entry, and its code is its own', async () => {
    await hold();
    const checkpoint = await house.manager.ok(readCheckpoint);
    const { log, size, root } = opened(checkpoint);
    expect(log).toBe(`azukari/${house.facilityId}/custody`);
    expect(size).toBe(await house.ledgerSize());
    expect(checkpoint.code).toBe(anchorCode(checkpointBody({ log, size, root }), sha256));
  });

  test('a receipt proves any entry, with the fields that are disclosed', async () => {
    const { receipt } = await hold();
    const seq = receipt.entries[0]?.seq ?? 0;
    const { keys } = opened(await house.manager.ok(readCheckpoint));
    const text = (await house.manager.send(readProof, undefined, { seq })).text;
    const checked = checkReceipt(text, keys, { sha256, verify: verifyEd25519 });
    expect(checked).toMatchObject({ verdict: 'holds', leaf: { seq, type: 'item.held-temporarily' } });
    expect(checkReceipt(text.replace('index ', 'index 1'), keys, { sha256, verify: verifyEd25519 }).verdict).toBe(
      'broken',
    );
  });

  test('between two checkpoints the log only grew', async () => {
    const first = opened(await house.manager.ok(readCheckpoint));
    for (let n = 0; n < 5; n++) await hold();
    const second = opened(await house.manager.ok(readCheckpoint));
    const { hashes } = await house.manager.ok(readConsistency, undefined, { from: first.size, to: second.size });
    const proof = hashes.map((hash) => fromBase64(hash) ?? new Uint8Array());
    const claim = { from: first.size, to: second.size, fromRoot: first.root, toRoot: second.root, proof };
    expect(verifyConsistency(claim, sha256)).toBe(true);
    expect((await house.manager.send(readConsistency, undefined, { from: 1, to: second.size + 1 })).status).toBe(404);
    expect((await house.manager.send(readConsistency, undefined, { from: 0, to: 1 })).status).toBe(400);
  });

  test('the key in leaf 0 is the one that signs, as plain Ed25519', async () => {
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'log.opened' });
    const checkpoint = await house.manager.ok(readCheckpoint);
    expect(entries[0]?.facts['key']).toBe(checkpoint.key);
    const [text = '', signatures = ''] = checkpoint.note.split('\n\n');
    const signature = Buffer.from(signatures.trim().split(' ').at(-1) ?? '', 'base64').subarray(4);
    const raw = Buffer.from(checkpoint.key.split('+').slice(2).join('+'), 'base64').subarray(1);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
    expect(verify(null, Buffer.from(`${text}\n`), key, signature)).toBe(true);
  });

  test('another facility has a log of its own', async () => {
    const { entries } = await house.second.manager.ok(listEntries, undefined, { limit: 200 });
    expect(
      entries.every(({ leaf }) => leaf.includes(house.second.facilityId) && !leaf.includes(house.facilityId)),
    ).toBe(true);
  });
});

describe('the record as a list', () => {
  test('pages by key, newest first, without a gap', async () => {
    const size = await house.ledgerSize();
    const seqs: number[] = [];
    let cursor: string | undefined;
    do {
      const page: AnswerOf<typeof listEntries> = await house.manager.ok(listEntries, undefined, { limit: 3, cursor });
      seqs.push(...page.entries.map(({ seq }) => seq));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seqs).toEqual(Array.from({ length: size }, (_, n) => size - 1 - n));
  });

  test('filters by family of type and by time', async () => {
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'item.,log.opened', limit: 200 });
    expect(new Set(entries.map(({ type }) => type))).toEqual(new Set(['item.held-temporarily', 'log.opened']));
    expect((await house.manager.ok(listEntries, undefined, { from: '2100-01-01T00:00:00Z' })).entries).toEqual([]);
    expect((await house.manager.ok(listEntries, undefined, { to: '2020-01-01T09:00:00+09:00' })).entries).toEqual([]);
  });

  test('a period names every entry of it, also those made while the clock had gone back', async () => {
    const ledger = house.app.get(Ledger, { strict: false });
    const author: Author = {
      facilityId: house.second.facilityId,
      actor: 'system',
      name: null,
      auth: 'none',
      authAge: null,
      command: '',
    };
    const HOUR = 3_600_000;
    // Forward by hours, twice back by a day, and once for a single entry only.
    for (const [entries, hours] of [
      [100, 10],
      [40, -20],
      [150, 30],
      [1, -100],
      [90, 40],
    ] as const) {
      house.clock.setOffset(hours * HOUR);
      const left = houseEntry('staff.left', { staff: crypto.randomUUID(), on: '2026-11-22' });
      for (let n = 0; n < entries; n++)
        await house.database.writes.run((tx) => ledger.append(tx, { ...author, command: crypto.randomUUID() }, [left]));
    }
    house.clock.setOffset(0);
    const all = await everyEntry({});
    expect(all.length).toBeGreaterThan(380);
    for (const [from, to] of [
      [9, 11],
      [-21, -19],
      [-101, -99],
      [-200, 0],
      [29, 31],
      [5, 35],
      [39, 99],
      [50, 60],
    ] as const) {
      const period = { from: instantAt(Date.now() + from * HOUR), to: instantAt(Date.now() + to * HOUR) };
      const inIt = all.filter(({ recordedAt }) => recordedAt >= period.from && recordedAt < period.to);
      expect((await everyEntry(period)).map(({ seq }) => seq)).toEqual(inIt.map(({ seq }) => seq));
    }
  });

  async function everyEntry(period: { readonly from?: string; readonly to?: string }) {
    const entries: AnswerOf<typeof listEntries>['entries'] = [];
    let cursor: string | undefined;
    do {
      const page: AnswerOf<typeof listEntries> = await house.second.manager.ok(listEntries, undefined, {
        ...period,
        limit: 200,
        cursor,
      });
      entries.push(...page.entries);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return entries;
  }
});

describe('a full disk', () => {
  // On PostgreSQL the disk is the server's; its error 53100 takes the same way out.
  const sqliteOnly = ON_POSTGRES ? test.skip : test;

  sqliteOnly('is refused clearly, nothing is half written, and it resumes', async () => {
    const { item } = await hold();
    const before = await house.ledgerSize();
    const pages = await house.database.reads.sql.get<{ page_count: number }>('PRAGMA page_count');
    await house.database.writes.run(({ sql }) => sql.get(`PRAGMA max_page_count = ${String(pages?.page_count ?? 0)}`));
    const replies = await Promise.all(
      Array.from({ length: 40 }, () =>
        house.manager.send(holdTemporarily, {
          residentId: null,
          kind: 'other',
          reason: 'found',
          storageId: null,
          note: 'あ'.repeat(300),
        }),
      ),
    );
    const full = replies.filter(({ status }) => status !== 201);
    expect(full.length).toBeGreaterThan(0);
    expect(full.every(({ status, refusal }) => status === 507 && refusal?.kind === 'disk-full')).toBe(true);
    const failing = { status: 503, body: { status: 'fail', checks: { database: 'fail' } } };
    expect(await house.nobody.send(readHealth)).toMatchObject(failing);
    await house.database.writes.run(({ sql }) => sql.get('PRAGMA max_page_count = 1073741823'));
    // Room alone is no write: that one goes through is known when one did.
    expect(await house.nobody.send(readHealth)).toMatchObject(failing);
    expect(await house.ledgerSize()).toBe(before + replies.length - full.length);
    await house.manager.ok(holdTemporarily, { residentId: null, kind: 'other', reason: 'found', storageId: null });
    expect(await house.nobody.send(readHealth)).toMatchObject({ status: 200, body: { checks: { database: 'ok' } } });
    expect((await house.manager.send(checkIn, { itemIds: [item.id] })).refusal?.kind).toBe('item-stored');
    const { keys } = opened(await house.manager.ok(readCheckpoint));
    const text = (await house.manager.send(readProof, undefined, { seq: before })).text;
    expect(checkReceipt(text, keys, { sha256, verify: verifyEd25519 }).verdict).toBe('holds');
  });
});

describe('what is private in the record', () => {
  test('floor staff read who took what where, not a contact’s telephone; the others leave a trace when they do', async () => {
    const contact = await house.aContact({ residentId: (await house.aResident()).id, phone: '03-0000-0000' });
    const floor = await house.aStaff();
    const hidden = await floor.ok(listEntries, undefined, { residentId: contact.residentId, limit: 10 });
    expect(JSON.stringify(hidden)).not.toContain('03-0000-0000');
    expect(hidden.entries).toEqual([]);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'contact.added' });
    const entry = entries.find(({ resident }) => resident?.id === contact.residentId);
    expect((await floor.send(readProof, undefined, { seq: entry?.seq })).refusal).toMatchObject({
      kind: 'not-allowed',
      action: 'see-profile',
    });
    const before = await house.ledgerSize('access');
    const auditor = await house.aStaff({ role: 'auditor' });
    const shown = await auditor.ok(listEntries, undefined, { residentId: contact.residentId, limit: 10 });
    expect(JSON.stringify(shown)).toContain('03-0000-0000');
    expect(await house.ledgerSize('access')).toBe(before + 1);
  });

  test('that a contact or an agreement was added, changed or taken back is a profile too: the floor is not told', async () => {
    const { id: itemId, resident } = await house.anItem();
    const contact = await house.aContact({ residentId: resident?.id ?? '' });
    const floor = await house.aStaff();
    const handler = await house.aStaff({ level: 'handler' });
    // No command corrects a profile yet; were there one, its entry would tell of the profile as well.
    const [made] = (await house.manager.ok(listEntries, undefined, { type: 'contact.added' })).entries;
    const author: Author = {
      facilityId: house.facilityId,
      actor: 'system',
      name: null,
      auth: 'none',
      authAge: null,
      command: crypto.randomUUID(),
    };
    const ledger = house.app.get(Ledger, { strict: false });
    const cancelled = {
      ...houseEntry('entry.cancelled', { reason: 'other' }, { resident: contact.residentId }),
      corrects: made?.seq ?? 0,
    };
    await house.database.writes.run((tx) => ledger.append(tx, author, [cancelled]));

    const read = async (person: typeof floor, at: object = {}) => {
      const { entries } = await person.ok(listEntries, undefined, { limit: 200, ...at });
      return new Set(entries.map(({ type }) => type));
    };
    const profile = ['agreement.made', 'contact.added', 'entry.cancelled', 'resident.registered', 'staff.added'];
    expect([...(await read(handler))]).toEqual(expect.arrayContaining([...profile, 'item.taken-in', 'log.opened']));
    const told = await read(floor);
    expect([...told]).toEqual(expect.arrayContaining(['item.taken-in', 'log.opened']));
    expect(profile.filter((type) => told.has(type))).toEqual([]);
    expect([...(await read(floor, { residentId: contact.residentId }))]).toEqual(['item.taken-in']);
    expect([...(await read(floor, { itemId }))]).toEqual(['item.taken-in']);
    expect([...(await read(floor, { type: 'contact.,agreement.' }))]).toEqual([]);
  });

  test('who looked at whom is not for the floor: neither list, nor checkpoint, nor proof', async () => {
    const floor = await house.aStaff({ level: 'handler' });
    const log = 'access' as const;
    const replies = await Promise.all([
      floor.send(listEntries, undefined, { log }),
      floor.send(readCheckpoint, undefined, { log }),
      floor.send(readProof, undefined, { log, seq: 0 }),
      floor.send(readConsistency, undefined, { log, from: 1, to: 1 }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});
