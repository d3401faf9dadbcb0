import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { amendEntry, checkIn, checkOut, makePack, readCheckpoint } from '@azukari/contract';
import { instantAt } from '@azukari/domain';
import { examinePack, nodeMeans } from '@azukari/tools/verify';
import { createApp } from '../src/app.ts';
import { Clock } from '../src/clock.ts';
import { readConfig } from '../src/config.ts';
import type { Config } from '../src/config.ts';
import { openDatabase } from '../src/database/database.ts';
import { LedgerCheck } from '../src/ledger/ledger-check.ts';
import { SetUp } from '../src/set-up/set-up.service.ts';
import { makersFor } from '../src/testing/makers.ts';
import { PASSWORD, Person } from '../src/testing/person.ts';
import { ATTACKS, HOUSE } from './tampering/attacks.ts';
import type { Detector } from './tampering/attacks.ts';

const place = mkdtempSync(join(tmpdir(), 'azukari-tamper-'));
const [HONEST, YESTERDAY] = [join(place, 'honest'), join(place, 'yesterday')];
const DAY_MS = 86_400_000;

/** What a family got with a mail: one checkpoint of an early day, and one of the last. */
let [early, late] = ['', ''];

const configOf = (folder: string): Config => ({
  ...readConfig({
    AZUKARI_DATA: folder,
    AZUKARI_WEB: join(folder, 'no-web'),
    AZUKARI_LOG: 'silent',
    AZUKARI_WAKES: '0',
    AZUKARI_FAMILY_PORT: '0',
  }),
  demandsFactor: false,
});

const open = (folder: string): Promise<NestFastifyApplication> => createApp(configOf(folder));

async function movements(app: NestFastifyApplication, manager: Person, rounds: number): Promise<void> {
  const make = makersFor(app, manager, () => app.get(Clock, { strict: false }).today());
  const holder = { kind: 'staff', staffId: manager.staffId } as const;
  for (let n = 0; n < rounds; n++) {
    const resident = await make.aResident({ name: `利用者 ${String(n)}` });
    const card = await make.anItem({ residentId: resident.id });
    const paper = await make.anItem({ residentId: resident.id, kind: 'eligibility-certificate' });
    const itemIds = [card.id, paper.id];
    const out = await manager.ok(checkOut, {
      itemIds,
      holder,
      purpose: 'outpatient',
      destination: '内科',
      dueBackAt: instantAt(Date.now() + DAY_MS),
    });
    const seq = out.receipt.entries[0]?.seq ?? 0;
    await manager.ok(amendEntry, { seq, reason: 'mistyped', explanation: '書きまちがい', destination: '外科' });
    await manager.ok(checkIn, { itemIds });
  }
}

async function signIn(app: NestFastifyApplication, loginId = 'manager'): Promise<Person> {
  await app.getHttpAdapter().getInstance().ready();
  return new Person(app, loginId).signIn();
}

const noteOf = async (manager: Person): Promise<string> => (await manager.ok(readCheckpoint)).note;

beforeAll(async () => {
  const app = await open(HONEST);
  await app.getHttpAdapter().getInstance().ready();
  const making = app.get(SetUp, { strict: false });
  const person = { name: '佐藤 花子', kana: 'さとう はなこ', password: PASSWORD };
  await making.makeFacility('もみじ苑', { ...person, loginId: 'other' }, false);
  await making.makeFacility('さくら苑', { ...person, loginId: 'manager' }, false);
  const [manager, other] = [await signIn(app), await signIn(app, 'other')];
  Object.assign(HOUSE, { facilityId: manager.facilityId, otherFacility: other.facilityId, yesterday: YESTERDAY });
  await movements(app, other, 1);
  await movements(app, manager, 2);
  early = await noteOf(manager);
  await app.close();
  cpSync(HONEST, YESTERDAY, { recursive: true });
  const again = await open(HONEST);
  await movements(again, await signIn(again), 2);
  late = await noteOf(await signIn(again));
  await again.close();
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Everything that notices, of a copy of the house after somebody was at it. */
async function detectors(strike: (folder: string) => void): Promise<readonly Detector[]> {
  const folder = mkdtempSync(join(place, 'struck-'));
  cpSync(HONEST, folder, { recursive: true });
  strike(folder);
  // The server asserts its database first of all, and ends the process when it must not be used.
  const starts = await openDatabase(configOf(folder)).then(
    (database) => database.close(),
    () => 'refused' as const,
  );
  if (starts === 'refused') return ['start'];
  const app = await open(folder);
  const found: Detector[] = [];
  try {
    const manager = await signIn(app);
    const check = app.get(LedgerCheck, { strict: false });
    await check.run().catch(() => found.push('health'));
    if (check.broken) found.push('health');
    const pack = await manager.send(makePack, undefined, { log: 'custody' });
    if (pack.status !== 200) found.push(pack.text.includes('record-discontinuous') ? 'no signature' : 'no entry');
    else found.push(...(await judged(new Blob([new Uint8Array(pack.body)]))));
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return found;
}

async function judged(pack: Blob): Promise<readonly Detector[]> {
  if ((await examinePack(pack, null, nodeMeans())).verdict !== 'holds') return ['verifier'];
  for (const note of [early, late])
    if ((await examinePack(pack, { kind: 'checkpoint', note }, nodeMeans())).verdict !== 'holds') return ['anchor'];
  return [];
}

// A database file that somebody can open is SQLite's; PostgreSQL's guards have their own suite.
const onFile = readConfig().database.kind === 'sqlite' ? describe : describe.skip;

onFile('somebody with the machine', () => {
  test('an honest house raises no alarm', async () => {
    expect(await detectors(() => undefined)).toEqual([]);
  });

  test.each(ATTACKS)(
    '%s',
    async (_, expected, strike) => {
      expect(await detectors(strike)).toEqual(expected);
    },
    60_000,
  );

  test('the table in the documents is this list', () => {
    const rows = ATTACKS.map(([attack, by]) => `| ${attack} | ${by.join(', ')} |`);
    const table = ['| Attack | Noticed by |', '|---|---|', ...rows, ''].join('\n');
    const document = readFileSync(join(import.meta.dirname, '../../../docs/tamper-matrix.md'), 'utf8');
    expect(document.split('<!-- attacks -->\n')[1]?.trim()).toBe(table.trim());
  });

  test('there are at least thirty, and each is noticed', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(30);
    expect(ATTACKS.every(([, expected]) => expected.length > 0)).toBe(true);
  });
});
