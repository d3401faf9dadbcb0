import {
  importList,
  listContacts,
  listEntries,
  listItems,
  listResidents,
  listStorages,
  readImport,
  readResident,
} from '@azukari/contract';
import { addDays, listIn } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';
import { DAYS_TO_AGREE } from './imports.service.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A list as it is typed here: one line a row, cells parted by |. */
function list(...lines: readonly string[]) {
  const rows = lines.map((line, n) => ({ line: n + 1, cells: line.split('|').map((cell) => cell.trim()) }));
  const { titles, columns, rows: data } = listIn({ rows, merges: [] });
  return { titles: [...titles], columns: [...columns], rows: data.map((row) => ({ ...row, cells: [...row.cells] })) };
}

const run = (
  lines: readonly string[],
  dryRun: boolean,
  { home = house, commandId = crypto.randomUUID() }: { readonly home?: Home; readonly commandId?: string } = {},
) => home.manager.send(importList, { commandId, dryRun, ...list(...lines) });
const sizes = async () => [
  await house.ledgerSize(),
  (await house.manager.ok(listResidents)).residents.length,
  (await house.manager.ok(listStorages)).storages.length,
];
const codes = ({ problems }: { readonly problems: readonly { line: number; column: number | null; code: string }[] }) =>
  problems.map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`);

describe('a list', () => {
  const HEAD = '部屋|氏名|備考|フリガナ|生年月日|連絡先氏名|続柄|電話|種別|有効期限|保管場所';
  const LIST = [
    HEAD,
    '101|伊藤 キヨ|散歩好き|ｲﾄｳ ｷﾖ|昭和5年5月5日|伊藤 一郎|長男|090-1234-5678|介護保険証|R9.7.31|金庫 1段目 1番',
    '101|伊藤 キヨ|||昭和5年5月5日|||| 資格確認書|2027/7/31|金庫 1段目 1番',
    '102|伊藤 サダ||イトウ サダ|12055|佐野 司|成年後見人||マイナンバーカード||金庫1段目2',
  ];

  it('is first only looked at: what would be made, and nothing is written', async () => {
    const before = await sizes();
    const { body, status } = await run(LIST, true);
    expect([status, body]).toEqual([
      200,
      {
        residents: { fresh: 2, known: 0 },
        contacts: { fresh: 2, known: 0 },
        items: { fresh: 3, known: 0 },
        storages: { fresh: 4, known: 0 },
        places: ['金庫', '金庫 1段目', '金庫 1段目 1番', '金庫 1段目 2番'],
        problems: [],
        written: 0,
      },
    ]);
    expect(await sizes()).toEqual(before);
  });

  it('then becomes one command that says how much it brings; sent again it answers the same, and nothing is made twice', async () => {
    const commandId = crypto.randomUUID();
    const first = await run(LIST, false, { commandId });
    expect([first.status, first.body.written]).toEqual([200, 12]);
    expect((await run(LIST, false, { commandId })).body.written).toBe(12);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'list.imported' });
    expect(entries.map(({ command, part, parts, facts }) => ({ command, part, parts, facts }))).toEqual([
      { command: commandId, part: 0, parts: 12, facts: { residents: 2, contacts: 2, items: 3, storages: 4 } },
    ]);
    const again = await run(
      LIST.map((line) => line.replaceAll('伊藤 キヨ', '伊藤　キヨ')),
      false,
    );
    expect([again.status, again.body]).toEqual([
      200,
      {
        residents: { fresh: 0, known: 2 },
        contacts: { fresh: 0, known: 2 },
        items: { fresh: 0, known: 3 },
        storages: { fresh: 0, known: 2 },
        places: [],
        problems: [],
        written: 0,
      },
    ]);
    expect((await house.second.manager.ok(listResidents)).residents).toEqual([]);
    expect(await house.second.manager.ok(readImport, undefined, { id: commandId })).toEqual({ progress: null });
  });

  it('brings people as they are written, with half-width kana made whole', async () => {
    const { residents } = await house.manager.ok(listResidents, undefined, { q: 'いとう' });
    expect(residents.map(({ name, kana, room, birthDate }) => [name, kana, room, birthDate])).toEqual([
      ['伊藤 キヨ', 'イトウ キヨ', '101', '1930-05-05'],
      ['伊藤 サダ', 'イトウ サダ', '102', '1933-01-01'],
    ]);
    const contactsOf = async (n: number) =>
      (await house.manager.ok(listContacts, undefined, { residentId: residents[n]?.id ?? '' })).contacts.map(
        ({ name, relation, capacity, phone, handOver, mayKnow }) => [
          name,
          relation,
          capacity,
          phone,
          handOver,
          mayKnow,
        ],
      );
    expect([...(await contactsOf(0)), ...(await contactsOf(1))]).toEqual([
      ['伊藤 一郎', '長男', 'family', '090-1234-5678', 'ask-manager', false],
      ['佐野 司', '成年後見人', 'guardian', '', 'ask-manager', false],
    ]);
    expect((await house.manager.ok(readResident, undefined, { id: residents[0]?.id ?? '' })).note).toBeNull();
  });

  it('brings items as 一時保管 in their places, until an agreement covers them', async () => {
    const { items } = await house.manager.ok(listItems);
    const told = items.map(({ kind, custody, storage, printedExpiresOn }) => [
      kind,
      custody.at,
      custody.at === 'stored' && custody.hold,
      storage?.path,
      printedExpiresOn,
    ]);
    const hold = { reason: 'no-agreement', resolveBy: addDays(house.clock.today(), DAYS_TO_AGREE) };
    expect(told.sort()).toEqual([
      ['care-insurance-card', 'stored', hold, '金庫 1段目 1番', '2027-07-31'],
      ['eligibility-certificate', 'stored', hold, '金庫 1段目 1番', '2027-07-31'],
      ['my-number-card', 'stored', hold, '金庫 1段目 2番', null],
    ]);
  });

  it('with a row more brings that row alone', async () => {
    const more = [...LIST, '101|伊藤 キヨ|||昭和5年5月5日|伊藤 花|長女||お薬手帳||金庫 1段目 1番'];
    expect((await run(more, false)).body).toMatchObject({
      residents: { fresh: 0, known: 2 },
      contacts: { fresh: 1, known: 2 },
      items: { fresh: 1, known: 3 },
      storages: { fresh: 0 },
      written: 3,
    });
  });

  it('with a mark or a day in a column for each kind brings those that are marked', async () => {
    const { body } = await run(
      [
        '氏名|かな|介護保険証|資格確認書|お薬手帳|電子証明書',
        '石井 ミツ|いしい みつ|○|R9.7.31|×|',
        '石井 トメ|いしい とめ|△||無|2027/1/1',
      ],
      true,
    );
    expect([body.items.fresh, codes(body)]).toEqual([2, ['3:2 mark', '3:5 which-item']]);
  });

  it('sent again with other rows is refused, and in another facility too', async () => {
    const commandId = crypto.randomUUID();
    const one = ['氏名|かな', '佐野 イネ|さの いね'];
    expect((await run(one, false, { commandId })).body.written).toBe(2);
    expect(await run(['氏名|かな', '三上 トメ|みかみ とめ'], false, { commandId })).toMatchObject({
      status: 409,
      refusal: { kind: 'command-reused' },
    });
    expect((await run(one, false, { commandId, home: house.second })).refusal?.kind).toBe('command-reused');
  });
});

describe('what is in the way', () => {
  it('is said by row and column, no number is repeated, and then nothing is written', async () => {
    const lines = [
      '氏名|ふりがな|生年月日|控え|部屋|メール|種別|入居日|有効期限',
      '木村|きむら|昭和65年1月1日||1||||',
      '|さいとう||暗証番号は4649|2||||',
      '123456789018|しみず|||3||||',
      '鈴木|すずき|2099-01-01||４５６７８９０１２３４５６７８９０１２３４５||||',
      '須田|すだ|||5|suda|保険証||',
      '須賀|すが|||5||||2026/2/30',
      '須賀|すが|||5||||R8.7.31',
      `${'長'.repeat(61)}|ながい|||6||||`,
      `楠|くすのき||${'('.repeat(501)}|7||||`,
      '村上||||8||||',
    ];
    const before = await sizes();
    const reply = await run(lines, true);
    expect(codes(reply.body)).toEqual([
      '2:2 day',
      '3:3 forbidden:pin',
      '3:0 empty',
      '4:0 forbidden:personal-number',
      '5:4 too-long',
      '5:2 day',
      '6:5 whose-contact',
      '6:5 mail-address',
      '6:6 kind',
      '7:8 day',
      '8:8 which-item',
      '9:0 too-long',
      '10:3 too-long',
      '11:1 empty',
    ]);
    expect(reply.text).not.toMatch(/123456789018|4649/);
    expect(await run(lines, false)).toMatchObject({ status: 422, refusal: { kind: 'row-errors', count: 10 } });
    expect(await sizes()).toEqual(before);
  });

  it('people who cannot be told apart, and what says nothing new', async () => {
    await house.aResident({ name: '中村 キク', kana: 'なかむら きく', birthDate: null });
    const { body } = await run(
      [
        '氏名|かな|生年月日|部屋|種別',
        '中村 キク|なかむら きく|昭和8年8月8日|1|',
        '小川 フミ|おがわ ふみ|S8.1.1|1|',
        '小川 フミ|おがわ ふみ|S9.1.1|2|',
        '小川 フミ|||3|診察券',
        '辻 タマ|つじ たま||3|',
        '辻 タマ|||3|',
        '辻 タマ|||4|診察券',
      ],
      true,
    );
    expect(codes(body)).toEqual(['2:2 which-person', '5:2 which-person', '7:0 twice', '8:3 other-room']);
  });

  it('a place that cannot be told', async () => {
    const { body } = await run(
      ['氏名|かな|種別|袋番号|保管場所', '東 ハナ|ひがし はな|診察券||第1ロッカー 1番', '東 ハナ||お薬手帳|99|'],
      true,
    );
    expect([codes(body), body.places]).toEqual([['3:4 place'], ['第1ロッカー', '第1ロッカー 1番']]);
  });

  it('a column of numbers that are never kept is not read, and refused when it comes all the same', async () => {
    const lines = ['氏名|かな|マイナンバー|被保険者番号', '岡 スエ|おか すえ|123456789018|12345678'];
    expect(list(...lines)).toMatchObject({ titles: ['氏名', 'かな'], rows: [{ cells: ['岡 スエ', 'おか すえ'] }] });
    const reply = await house.manager.send(importList, {
      dryRun: true,
      titles: ['氏名', 'マイナンバー'],
      columns: ['name', null],
      rows: [{ line: 2, cells: ['岡 スエ', '123456789018'] }],
    });
    expect([reply.status, reply.issues]).toEqual([400, [{ path: 'titles.1', code: 'forbidden-column' }]]);
    expect(reply.text).not.toContain('123456789018');
  });

  it('who may not make places or hold items, is told so', async () => {
    const deputy = await house.aStaff({ level: 'deputy' });
    const reply = await deputy.send(importList, {
      dryRun: false,
      ...list('氏名|かな|種別|保管場所', '西 ウメ|にし うめ|診察券|新しい棚 3段目 4番'),
    });
    expect([reply.status, reply.refusal]).toEqual([
      403,
      { kind: 'not-allowed', action: 'keep-storages', level: 'deputy' },
    ]);
  });
});

describe('a long list', () => {
  const people = (n: number) =>
    Array.from({ length: n }, (_, i) => ({ line: i + 2, cells: [`人${String(i)}`, 'ひと', String(i)] }));
  const body = (n: number) => ({
    titles: ['氏名', 'かな', '部屋'],
    columns: ['name', 'kana', 'room'] as const,
    rows: people(n),
  });
  const send = (n: number, dryRun: boolean) =>
    house.second.manager.send(importList, { ...body(n), columns: [...body(n).columns], dryRun });

  it('of ten thousand rows is looked at; one more, or none, is too much or nothing', async () => {
    expect((await send(10_000, true)).body.residents).toEqual({ fresh: 10_000, known: 0 });
    expect(await send(10_001, true)).toMatchObject({ status: 400, issues: [{ path: 'rows', code: 'too-long' }] });
    expect(await send(0, true)).toMatchObject({ status: 400, issues: [{ path: 'rows', code: 'empty' }] });
  });

  it('lets others have their turn while it is written, and says how far it is', async () => {
    const before = await house.ledgerSize('custody', house.second.facilityId);
    const commandId = crypto.randomUUID();
    const seen: number[] = [];
    const ended = new AbortController();
    const writing = house.second.manager
      .send(importList, { commandId, ...body(2000), columns: [...body(0).columns], dryRun: false })
      .finally(() => ended.abort());
    while (!ended.signal.aborted) {
      const { progress } = await house.second.manager.ok(readImport, undefined, { id: commandId });
      if (progress) seen.push(progress.done / progress.total);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await writing).body.written).toBe(2001);
    expect(await house.ledgerSize('custody', house.second.facilityId)).toBe(before + 2001);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });
});
