import type { Readable } from 'node:stream';
import { once } from 'node:events';
import {
  amendEntry,
  cancelEntry,
  checkIn,
  checkOut,
  enterLate,
  listEntries,
  listInspections,
  makeInspection,
  readInspectionProgress,
  readInspectionSettings,
  startSearch,
  setInspections,
  signInAgain,
} from '@azukari/contract';
import { addDays, FRESH_SIGN_IN_MINUTES, instantAt, millisecondsOf, monthOf } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { unzip } from '../testing/unzip.ts';
import { Inspector } from './inspector.ts';
import { packOf as packOfDays, rowsOf } from './testing/pack-of.ts';
import { sheetsOf } from './testing/sheets-of.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const A_TIME = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

function today(): { from: string; to: string } {
  return { from: house.clock.today(), to: house.clock.today() };
}

const packOf = (person: Person, period: Parameters<typeof packOfDays>[1] = today()) => packOfDays(person, period);
const before = (ms: number): string => instantAt(millisecondsOf(house.clock.now()) - ms);

async function out(home: Home, destination = '第一病院'): Promise<{ readonly itemId: string; readonly seq: number }> {
  const item = await home.anItem();
  const { receipt } = await home.manager.ok(checkOut, {
    itemIds: [item.id],
    purpose: 'outpatient',
    holder: { kind: 'staff', staffId: home.manager.staffId },
    dueBackAt: instantAt(millisecondsOf(house.clock.now()) + HOUR_MS),
    destination,
  });
  return { itemId: item.id, seq: receipt.entries[0]?.seq ?? -1 };
}

const madeEntries = async (home: Home = house) =>
  (await home.manager.ok(listEntries, undefined, { type: 'inspection.made', limit: 200 })).entries;

describe('the pack of a day', () => {
  it('is one document with bookmarks and pages numbered through, one workbook, and each table as CSV', async () => {
    await out(house);
    const { names, file, pdf } = await packOf(house.manager);
    const { pages, marks, fonts } = pdf();
    const titles = [
      '預り品等管理規程',
      'カード取扱職員 任命簿',
      'カード取扱職員 任命簿・日ごと',
      '預かり依頼書 一覧',
      '出し入れ記録簿',
      '交代時の点検',
      '月次点検表（照合）',
      '紛失・事故の記録',
      'お知らせと返事',
      'あとからの記録・訂正・取消',
      '未了の事項',
    ];
    const day = house.clock.today();
    expect(names).toEqual([
      `運営指導_${day}_${day}.pdf`,
      `運営指導_${day}_${day}.xlsx`,
      ...titles.map((title, n) => `csv/${String(n + 1).padStart(2, '0')} ${title}.csv`),
      'SHA256SUMS',
    ]);
    expect(marks.map(({ title }) => title)).toEqual(['表紙・目次', ...titles]);
    for (const { title, page } of marks.slice(1)) {
      expect(pages[page - 1]).toContain(title);
      expect(pages[0]).toContain(
        `${title}${String(rowsOf(file(`${title}.csv`).toString()).length - 1)}${String(page)}`,
      );
    }
    const f3 = marks.find(({ title }) => title === '出し入れ記録簿')?.page ?? 0;
    expect(pages[f3 - 1]?.match(/出し入れ記録簿/g)).toHaveLength(1);
    expect(pages.every((text, n) => text.includes(`${String(n + 1)} ページ`))).toBe(true);
    expect(pages[0]).toContain(`全 ${String(pages.length)} ページ`);
    expect(pages.join('')).toContain('施設は善良な管理者の注意をもって保管します');
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
    const sheets = await sheetsOf(file('.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(
      titles.map((title, n) => `${String(n + 1).padStart(2, '0')} ${title}`),
    );
    for (const { name, rows } of sheets) {
      const written = rowsOf(file(`${name}.csv`).toString());
      expect([rows[0], rows.length]).toEqual([written[0], written.length]);
      // What is a day or a moment from edge to edge is a date in the sheet.
      expect(rows.flat().filter((cell) => typeof cell === 'string' && A_TIME.test(cell))).toEqual([]);
      expect(rows.flat().filter((cell) => typeof cell === 'object')).toHaveLength(
        written.flat().filter((cell) => A_TIME.test(cell)).length,
      );
    }
  });

  it('shows what was written later, put right and taken back beside what it changes, and counts it on its first page', async () => {
    const counted = async () => (await house.manager.ok(listInspections)).made[0]?.counts;
    await packOf(house.manager);
    const first = await counted();
    const taken = await out(house, '第二病院');
    await house.manager.ok(amendEntry, {
      seq: taken.seq,
      reason: 'mistyped',
      explanation: '病院がちがいました',
      destination: '第三病院',
    });
    const wrong = await out(house, '第四病院');
    await house.manager.ok(cancelEntry, { seq: wrong.seq, reason: 'did-not-happen', explanation: '行きませんでした' });
    const late = await house.anItem();
    const [outAt, backAt] = [before(2 * MINUTE_MS), before(MINUTE_MS)];
    const refused = await house.manager.send(enterLate, {
      itemIds: [late.id],
      purpose: 'pharmacy',
      holder: { kind: 'staff', staffId: house.manager.staffId },
      outAt: house.clock.now(),
      backAt: house.clock.now(),
      sheet: 'F3-000012',
      note: '停電のため紙に',
    });
    expect([refused.status, outAt < backAt]).toEqual([201, true]);
    const { csv, pdf } = await packOf(house.manager);
    const rows = csv('訂正・取消').slice(1);
    const amendment = rows.find(([kind]) => kind === '訂正');
    expect(amendment?.[7]).toContain(`記録${String(taken.seq)}　【出した　外来受診】　行き先 第二病院`);
    expect(amendment?.[8]).toBe('行き先：第二病院 → 第三病院');
    expect(amendment?.[9]).toBe('書きまちがい・病院がちがいました');
    expect(rows.find(([kind]) => kind === '取消')?.slice(7)).toEqual([
      expect.stringContaining(`記録${String(wrong.seq)}　【出した　外来受診】　行き先 第四病院`) as string,
      '取り消し',
      'していない・行きませんでした',
    ]);
    const written = rows.filter(([kind, , , , sheet]) => kind === 'あとから' && sheet === 'F3-000012');
    expect(written.length).toBeGreaterThan(0);
    // Who wrote it has a column of its own.
    for (const row of written) expect(row.slice(6).join('')).not.toContain('　記録 ');
    for (const [, , wroteAt, claimed] of written)
      expect([wroteAt, claimed]).toEqual([
        expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) as string,
        expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) as string,
      ]);
    const now = await counted();
    expect(
      [now?.amended, now?.cancelled].map((n, at) => (n ?? 0) - ([first?.amended, first?.cancelled][at] ?? 0)),
    ).toEqual([1, 1]);
    expect(now?.late).toBe(rows.filter(([kind]) => kind === 'あとから').length);
    expect(pdf().pages[0]).toContain(
      `${String(now?.entries)} 件${String(now?.late)} 件${String(now?.amended)} 件${String(now?.cancelled)} 件${String(now?.open)} 件`,
    );
  });

  it('holds no formula that a spreadsheet would reckon, in none of its forms', async () => {
    const nasty = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1'];
    for (const text of nasty) await out(house, text);
    const { csv, file } = await packOf(house.manager);
    const cells = csv('出し入れ記録簿').flat();
    for (const text of nasty) {
      expect(cells).toContain(`'${text}`);
      expect(cells).not.toContain(text);
    }
    const book = await unzip(file('.xlsx'));
    const sheet = [...book]
      .filter(([name]) => name.includes('worksheets'))
      .map(([, xml]) => xml.toString())
      .join('');
    expect(sheet).not.toMatch(/<f[ >]/);
  });

  it('is of one facility', async () => {
    await out(house.second, '二つめの病院');
    const { csv } = await packOf(house.second.manager);
    expect(csv('出し入れ記録簿').flat()).toContain('二つめの病院');
    expect(csv('出し入れ記録簿').flat()).not.toContain('第一病院');
    expect(csv('任命簿').flat()).not.toContain('佐藤 花子');
    expect((await madeEntries(house.second)).length).toBe(1);
  });

  it('tells of a month that nobody has reconciled, and of what was missed before it and is not found', async () => {
    const month = monthOf(addDays(`${monthOf(house.clock.today())}-01`, -1));
    const { id } = await house.anItem();
    await house.manager.ok(startSearch, { itemIds: [id] });
    await house.database.writes.run(({ sql }) =>
      sql.run('INSERT INTO reconciliation_from (facility_id, month) VALUES (?, ?)', [house.facilityId, month]),
    );
    // The day after tomorrow, whatever the hour is.
    const from = addDays(house.clock.today(), 2);
    const { csv } = await packOf(house.manager, { from, to: from });
    expect(csv('未了の事項')).toContainEqual([
      '毎月の照合',
      '',
      expect.stringContaining(`${month}　はじめていません`) as string,
      '',
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    ]);
    expect(csv('紛失・事故の記録').map((row) => row.at(-1))).toContain('まだ見つかっていません');
  });

  it('bears the names that the facility has for its forms', async () => {
    const { version } = await house.manager.ok(readInspectionSettings);
    await house.manager.ok(setInspections, {
      version,
      formNames: [
        { part: 'open', name: '別紙' },
        { part: 'movements', name: '様式第4号/出納簿' },
      ],
      headOffice: '',
    });
    const { names, pdf } = await packOf(house.manager);
    expect(names).toContain('csv/05 様式第4号・出納簿.csv');
    expect(pdf().marks.map(({ title }) => title)).toEqual(expect.arrayContaining(['様式第4号/出納簿', '別紙']));
    expect(await house.manager.send(setInspections, { version, formNames: [], headOffice: '' })).toMatchObject({
      status: 409,
      refusal: { kind: 'stale-version' },
    });
    expect((await house.second.manager.ok(readInspectionSettings)).formNames).toEqual([]);
  });
});

describe('who may, and how it is told', () => {
  test.each([
    ['manager', 200],
    ['auditor', 200],
    ['admin', 403],
    ['floor', 403],
  ] as const)('%s: %i', async (role, status) => {
    const person = await house.aStaff({ role, level: 'responsible' });
    const made = (await madeEntries()).length;
    expect((await person.send(makeInspection, today())).status).toBe(status);
    expect((await madeEntries()).length).toBe(made + (status === 200 ? 1 : 0));
  });

  it('who signed in a while ago shows anew who she is, and then goes on', async () => {
    const person = await house.aStaff({ role: 'manager' });
    const { elapsedMs } = house.clock;
    house.clock.elapsedMs = () => elapsedMs.call(house.clock) + FRESH_SIGN_IN_MINUTES * MINUTE_MS + 1_000;
    try {
      const size = await house.ledgerSize();
      expect(await person.send(makeInspection, today())).toMatchObject({
        status: 403,
        refusal: { kind: 'sign-in-not-fresh', minutes: FRESH_SIGN_IN_MINUTES },
      });
      expect(await house.ledgerSize()).toBe(size);
      expect((await person.send(signInAgain, { password: 'not-hers-at-all' })).refusal?.kind).toBe('password-wrong');
      expect((await person.send(makeInspection, today())).status).toBe(403);
      await person.ok(signInAgain, { password: person.password });
      expect((await person.send(makeInspection, today())).status).toBe(200);
    } finally {
      house.clock.elapsedMs = elapsedMs;
    }
  });

  it('is an entry with its days, its counts and who; sent again it is made again, without another', async () => {
    const commandId = crypto.randomUUID();
    const made = await madeEntries();
    const item = await house.anItem();
    await packOf(house.manager, { ...today(), commandId });
    const again = await packOf(house.manager, { ...today(), commandId });
    const entries = await madeEntries();
    expect(entries.length).toBe(made.length + 1);
    const [entry] = entries;
    expect(entry?.facts).toEqual({
      ...today(),
      entries: expect.any(Number) as number,
      late: expect.any(Number) as number,
      open: expect.any(Number) as number,
      amended: expect.any(Number) as number,
      cancelled: expect.any(Number) as number,
    });
    expect(again.pdf().pages[0]).toContain(`記録番号　${(entry?.seq ?? 0).toLocaleString('ja-JP')}`);
    expect((await house.manager.ok(listInspections)).made[0]).toMatchObject({
      seq: entry?.seq,
      by: { id: house.manager.staffId, name: '佐藤 花子' },
      mail: null,
      ...today(),
    });
    const seen = await house.manager.ok(listEntries, undefined, { log: 'access', limit: 200 });
    expect(seen.entries.map(({ resident, facts }) => [resident?.id, facts])).toContainEqual([
      item.resident?.id,
      { screen: 'export' },
    ]);
  });

  it('the head office is told of it by mail, and of none of its content', async () => {
    const { version } = await house.second.manager.ok(readInspectionSettings);
    await house.second.manager.ok(setInspections, { version, formNames: [], headOffice: 'honbu@example.jp' });
    const { itemId } = await out(house.second, '秘密の病院');
    await house.second.manager.ok(checkIn, { itemIds: [itemId] });
    await packOf(house.second.manager);
    const [made] = (await house.second.manager.ok(listInspections)).made;
    expect(made?.mail).toBe('queued');
    const rows = await house.database.reads.sql.all<{
      id: string;
      address: string;
      bytes: string;
      code: string | null;
    }>("SELECT id, address, bytes, anchor_code AS code FROM notice WHERE facility_id = ? AND state = 'queued'", [
      house.second.facilityId,
    ]);
    const { sealed } = house.database.reads.sql;
    const [mail] = rows.map(({ id, address, bytes, code }) => ({
      address: sealed.open('notice.address', id, address),
      bytes: sealed.open('notice.bytes', id, bytes),
      code,
    }));
    const said = Buffer.from(mail?.bytes.split('\r\n\r\n')[1] ?? '', 'base64').toString();
    expect([rows.length, mail?.address]).toEqual([1, 'honbu@example.jp']);
    expect(said).toContain('田中 次郎');
    expect(said).toContain(`${String(made?.counts.entries)}件`);
    expect(said).toContain(mail?.code);
    expect(said).not.toMatch(/秘密の病院|山田/);
  });
});

describe('what is no pack', () => {
  test.each([
    ['an end before its beginning', (day: string) => ({ from: day, to: addDays(day, -1) }), 'to', 'before-from'],
    ['more than a year', (day: string) => ({ from: addDays(day, -366), to: day }), 'to', 'too-far'],
    ['a day that is none', () => ({ from: '2026-02-01', to: '2026-02-30' }), 'to', 'day'],
  ] as const)('%s is refused, and no entry is made', async (_, period, path, code) => {
    const size = await house.ledgerSize();
    const reply = await house.manager.send(makeInspection, period(house.clock.today()));
    expect(reply).toMatchObject({ status: 400, issues: [{ path, code }] });
    expect(await house.ledgerSize()).toBe(size);
  });

  it('a worker that fails before the first byte is said to have failed, and the next pack is made', async () => {
    const inspector = house.app.get(Inspector, { strict: false });
    const { make } = inspector;
    inspector.make = (staffId, order) =>
      make.call(inspector, staffId, { ...order, database: { kind: 'sqlite', file: '/nowhere/at/all' } });
    const reply = await house.manager.send(makeInspection, today());
    inspector.make = make;
    expect([reply.status, reply.headers['content-type']]).toEqual([500, 'application/json; charset=utf-8']);
    expect((await house.manager.ok(readInspectionProgress)).steps).toBeNull();
    expect((await packOf(house.manager)).names).toContain('SHA256SUMS');
  });

  it('what breaks off in the middle opens nowhere', async () => {
    const inspector = house.app.get(Inspector, { strict: false });
    const { make } = inspector;
    let zip: Readable | undefined;
    inspector.make = (staffId, order) =>
      (zip = make.call(inspector, staffId, { ...order, face: { normal: '/no/font', bold: '/no/font' } }));
    const reply = await house.manager.send(makeInspection, today()).catch(() => null);
    inspector.make = make;
    if (zip?.closed === false) await once(zip, 'close');
    expect(zip?.readableEnded).toBe(false);
    if (reply?.status === 200) await expect(unzip(reply.body)).rejects.toThrow(/end of central directory/i);
  });
});
