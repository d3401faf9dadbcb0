import { importResidents, listEntries, listResidents } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { birthDate } from './birth-date.ts';
import { readTable } from './read-table.ts';

describe('a day of birth', () => {
  test.each([
    ['1948-02-29', '1948-02-29'],
    ['1948/2/29', '1948-02-29'],
    ['1948.2.29', '1948-02-29'],
    ['1948年2月29日', '1948-02-29'],
    ['昭和23年2月29日', '1948-02-29'],
    ['昭和２３年　２月２９日', '1948-02-29'],
    ['S23.2.29', '1948-02-29'],
    ['s23/02/29', '1948-02-29'],
    ['昭23.2.29', '1948-02-29'],
    ['大正元年8月1日', '1912-08-01'],
    ['T1.12.31', '1912-12-31'],
    ['明治45年7月30日', '1912-07-30'],
    ['昭和元年12月25日', '1926-12-25'],
    ['平成元年1月8日', '1989-01-08'],
    ['1947-02-29', null],
    ['昭和23年2月30日', null],
    ['昭和65年1月1日', null],
    ['平成元年1月7日', null],
    ['48/2/29', null],
    ['X23.2.29', null],
    ['17211', null],
    ['二月', null],
  ])('%s', (text, expected) => {
    expect(birthDate(text)).toBe(expected);
  });
});

describe('a table', () => {
  test.each([
    [
      'tabs, as a spreadsheet copies',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'commas',
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    [
      'quotes around separators, quotes and lines',
      '"a, ""x""",b\n"c\nd",e',
      [
        ['a, "x"', 'b'],
        ['c d', 'e'],
      ],
    ],
    [
      'empty rows and a byte order mark',
      '\ufeffa,b\n\n,,\n c , d ',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(readTable(text).map(({ cells }) => cells)).toEqual(expected);
  });

  test('knows the line on which a row begins', () => {
    expect(readTable('a\n"b\nc"\n\nd').map(({ line }) => line)).toEqual([1, 2, 5]);
  });
});

describe('an import', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const TABLE = [
    '部屋\t氏名\t備考\tフリガナ\t生年月日',
    '101\t伊藤 キヨ\t\tイトウ キヨ\t昭和5年5月5日',
    '102\t伊藤 サダ\t散歩好き\tイトウ サダ\t1932/1/2',
  ].join('\n');
  const run = (table: string, dryRun: boolean, commandId: string = crypto.randomUUID()) =>
    house.manager.send(importResidents, { commandId, table, dryRun });
  const count = async () => (await house.manager.ok(listResidents)).residents.length;

  it('first only looks: what was understood, and nothing is written', async () => {
    const before = await house.ledgerSize();
    const { body } = await run(TABLE, true);
    expect(body.columns).toEqual(['room', 'name', null, 'kana', 'birthDate']);
    expect(body.rows[0]).toEqual({
      line: 2,
      name: '伊藤 キヨ',
      kana: 'イトウ キヨ',
      room: '101',
      birthDate: '1930-05-05',
      errors: [],
      known: false,
    });
    expect(body.written).toBe(0);
    expect([await house.ledgerSize(), await count()]).toEqual([before, 0]);
  });

  it('does not look into a cell of more than 500 characters', async () => {
    const long = '('.repeat(501);
    const { body } = await run(`氏名\t備考\t生年月日\n${long}\t${long}\t${long}\n加藤 ハル\t${'('.repeat(500)}`, true);
    expect(body.rows.map(({ errors }) => errors)).toEqual([
      expect.arrayContaining([
        { column: 'name', code: 'too-long' },
        { column: 'birthDate', code: 'too-long' },
        { column: 'column-2', code: 'too-long' },
      ]),
      expect.not.arrayContaining([{ column: 'column-2', code: 'too-long' }]),
    ]);
  });

  it('then writes one entry a resident, answers the same when sent again, and makes nobody twice', async () => {
    const commandId = crypto.randomUUID();
    const { body } = await run(TABLE, false, commandId);
    expect(body.written).toBe(2);
    expect((await run(TABLE, false, commandId)).body).toEqual(body);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'resident.registered' });
    expect(entries.map(({ command, part, parts }) => [command, part, parts])).toEqual([
      [commandId, 1, 2],
      [commandId, 0, 2],
    ]);
    const again = await run(TABLE.replace('伊藤 キヨ', '伊藤　キヨ'), false);
    expect([again.status, again.body.written, again.body.rows.map(({ known }) => known)]).toEqual([
      200,
      0,
      [true, true],
    ]);
    expect(await count()).toBe(2);
    expect((await house.second.manager.ok(listResidents)).residents).toEqual([]);
  });

  it('sent again with another table is refused, and in another facility too', async () => {
    const commandId = crypto.randomUUID();
    const { body } = await run('佐野 イネ\tさの いね', false, commandId);
    expect((await run('佐野 イネ\tさの いね', false, commandId)).body).toEqual({
      ...body,
      rows: [expect.objectContaining({ known: false })],
      written: 1,
    });
    const before = [await house.ledgerSize(), await count()];
    expect(await run('三上 トメ\tみかみ とめ', false, commandId)).toMatchObject({
      status: 409,
      refusal: { kind: 'command-reused' },
    });
    const elsewhere = { commandId, table: '佐野 イネ\tさの いね', dryRun: false };
    expect((await house.second.manager.send(importResidents, elsewhere)).refusal?.kind).toBe('command-reused');
    expect([await house.ledgerSize(), await count()]).toEqual(before);
  });

  it('takes the columns in their order when there are no titles', async () => {
    const { body } = await run('加藤 ハル,かとう はる,303,S10.10.10', true);
    expect(body).toMatchObject({
      columns: ['name', 'kana', 'room', 'birthDate'],
      rows: [{ name: '加藤 ハル', room: '303', birthDate: '1935-10-10', errors: [] }],
    });
  });

  it('says in which column of which row something is in the way, repeats no number, and then writes nothing', async () => {
    const table = [
      '氏名\tふりがな\t生年月日\t暗証番号\t部屋',
      '木村\tきむら\t昭和65年1月1日\t\t1',
      '\tさいとう\t\t4649\t2',
      '123456789018\tしみず\t\t\t3',
      '鈴木\tすずき\t2099-01-01\t\t４５６７８９０１２３４５６７８９０１２３４５',
      '鈴木\tすずき\t\t\t5',
      '鈴木\tすずき\t\t\t6',
    ].join('\n');
    const before = await house.ledgerSize();
    const reply = await run(table, true);
    expect(reply.body.rows.map(({ errors }) => errors)).toEqual([
      [{ column: 'birthDate', code: 'day' }],
      [
        { column: 'name', code: 'empty' },
        { column: 'column-4', code: 'forbidden:pin' },
      ],
      [{ column: 'name', code: 'forbidden:personal-number' }],
      [
        { column: 'room', code: 'too-long' },
        { column: 'birthDate', code: 'day' },
      ],
      [],
      [{ column: 'name', code: 'twice' }],
    ]);
    expect(reply.text).not.toMatch(/123456789018|4649/);
    expect(await run(table, false)).toMatchObject({ status: 422, refusal: { kind: 'row-errors', count: 5 } });
    expect(await house.ledgerSize()).toBe(before);
  });

  it('takes two thousand rows and no more', async () => {
    const rows = (n: number) => Array.from({ length: n }, (_, i) => `人${String(i)},ひと,${String(i)},`).join('\n');
    expect(await run(rows(2001), true)).toMatchObject({ status: 400, issues: [{ path: 'table', code: 'too-long' }] });
    expect(await run('a\n'.repeat(130_000), true)).toMatchObject({
      status: 400,
      issues: [{ path: 'table', code: 'too-long' }],
    });
    expect(await run('\n\n', true)).toMatchObject({ status: 400, issues: [{ path: 'table', code: 'empty' }] });
    const before = await house.ledgerSize('custody', house.second.facilityId);
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    const reply = await house.second.manager.ok(importResidents, { table: rows(2000), dryRun: false });
    clearInterval(counting);
    expect(reply.written).toBe(2000);
    // Somebody who puts a card back meanwhile waits for a part of it, not for all of it.
    expect(turns).toBeGreaterThan(20);
    expect(await house.ledgerSize('custody', house.second.facilityId)).toBe(before + 2000);
  });
});
