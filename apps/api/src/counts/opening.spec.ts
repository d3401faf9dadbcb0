import {
  closeCount,
  confirmCounts,
  dropCount,
  enterList,
  holdTemporarily,
  importList,
  issueForm,
  listEntries,
  listItems,
  listUnsigned,
  lookForListed,
  makeAgreements,
  readBoard,
  readCount,
  readItem,
  readOpening,
  settleDifference,
  startCount,
  takeOverCount,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import { listIn } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

type Count = AnswerOf<typeof readCount>;

let house: House;
let colleague: Person;

const LIST = [
  '部屋|氏名|フリガナ|生年月日|連絡先氏名|続柄|種別|保管場所',
  '101|伊藤 キヨ|ｲﾄｳ ｷﾖ|昭和5年5月5日|伊藤 一郎|長男|介護保険証|金庫 1段目 1番',
  '101|伊藤 キヨ||昭和5年5月5日|||お薬手帳|金庫 1段目 1番',
  '102|髙﨑 𠮷右衛門|ﾀｶｻｷ ｷﾁｴﾓﾝ|昭和6年6月6日|||介護保険証|金庫 1段目 2番',
  '103|佐野 タキ|ｻﾉ ﾀｷ|昭和7年7月7日|||介護保険証|金庫 2段目 3番',
];

beforeAll(async () => {
  house = await openHouse();
  colleague = await house.aStaff({ level: 'handler', name: '鈴木 一郎' });
  const rows = LIST.map((line, n) => ({ line: n + 1, cells: line.split('|') }));
  const { titles, columns, rows: data } = listIn({ rows, merges: [] });
  await house.manager.ok(importList, {
    dryRun: false,
    titles: [...titles],
    columns: [...columns],
    rows: data.map((row) => ({ ...row, cells: [...row.cells] })),
  });
});
afterAll(() => house.close());

const opening = async () => (await house.manager.ok(readOpening)).drawers;
const drawer = async (path: string) => {
  const found = (await opening()).find((one) => one.path === path);
  if (!found) throw new Error(`no ${path}`);
  return found;
};
const begin = async (path: string, by: Person = house.manager): Promise<Count> =>
  (await by.ok(startCount, { drawerId: (await drawer(path)).id, listed: true })).count;
const idsOf = ({ list }: Count, name?: string): string[] =>
  (list?.items ?? []).flatMap(({ item }) => (name === undefined || item.resident?.name === name ? item.id : []));
const left = async () => (await house.manager.ok(readBoard)).counts.listed;

describe('開始時の棚卸し', () => {
  it('says of each drawer how much of the list is in it, and 今日 says it too', async () => {
    expect((await opening()).map(({ path, left: of }) => [path, of])).toEqual([
      ['金庫 1段目', 3],
      ['金庫 2段目', 1],
    ]);
    expect(await left()).toBe(4);
  });

  it('is gone through with the list in hand by two people in two drawers; of one drawer the second hears whose it is', async () => {
    const first = await begin('金庫 1段目');
    expect(first).toMatchObject({ stage: 'counting', listed: true });
    expect(first.list?.items.map(({ item, there }) => [item.kind, there])).toHaveLength(3);
    const drawerId = first.drawer.id;
    const refused = await colleague.send(startCount, { drawerId, listed: true });
    expect([refused.status, refused.refusal]).toMatchObject([409, { kind: 'count-open', name: '佐藤 花子' }]);

    const second = await begin('金庫 2段目', colleague);
    await colleague.ok(lookForListed, { there: idsOf(second) }, { id: second.id });
    const { count } = await colleague.ok(enterList, {}, { id: second.id });
    expect(count).toMatchObject({ stage: 'awaited', expected: 1, seen: 1, differences: [], list: null });
    expect((await colleague.send(confirmCounts, { countIds: [second.id] })).refusal?.kind).toBe('witness-is-actor');
    expect(await drawer('金庫 2段目')).toMatchObject({ left: 0, awaited: [{ id: second.id }] });
    await house.manager.ok(confirmCounts, { countIds: [second.id] });
    const again = await house.manager.send(startCount, { drawerId: second.drawer.id, listed: true });
    expect([again.status, again.refusal]).toEqual([409, { kind: 'list-looked-for' }]);
  });

  it('keeps what was said, goes on where it was left, and is not given up after that', async () => {
    const { open } = await drawer('金庫 1段目');
    const id = open?.id ?? '';
    const begun = await house.manager.ok(readCount, undefined, { id });
    await house.manager.ok(lookForListed, { there: idsOf(begun, '伊藤 キヨ') }, { id });
    const later = await house.manager.ok(readCount, undefined, { id });
    expect(later.list?.items.map(({ there }) => there).sort()).toEqual([null, true, true]);
    expect(await drawer('金庫 1段目')).toMatchObject({ left: 3, looked: 2 });
    expect((await house.manager.send(dropCount, {}, { id })).refusal?.kind).toBe('count-stage');
    const early = await house.manager.send(enterList, {}, { id });
    expect([early.status, early.refusal]).toEqual([422, { kind: 'list-left', count: 1 }]);
    const foreign = await house.manager.send(lookForListed, { there: [crypto.randomUUID()] }, { id });
    expect([foreign.status, foreign.refusal?.kind]).toEqual([404, 'not-found']);
  });

  it('what is there and not on the list is taken in on the spot; what is on it and not there is searched for', async () => {
    const { open } = await drawer('金庫 1段目');
    const id = open?.id ?? '';
    const begun = await house.manager.ok(readCount, undefined, { id });
    const [gone = ''] = idsOf(begun, '髙﨑 𠮷右衛門');
    const [, pouch] = begun.places.filter(({ kind }) => kind === 'pouch');
    const { item } = await house.manager.ok(holdTemporarily, {
      residentId: null,
      kind: 'patient-card',
      reason: 'found',
      storageId: pouch?.id ?? '',
    });
    const { count: said } = await house.manager.ok(lookForListed, { missing: [gone] }, { id });
    expect(said.list?.added.map((one) => one.id)).toEqual([item.id]);

    const { count } = await house.manager.ok(enterList, {}, { id });
    expect(count).toMatchObject({ stage: 'entered', expected: 3, seen: 2 });
    expect(count.differences.map(({ side, candidates }) => [side, candidates.map((one) => one.id)])).toEqual([
      ['short', [gone]],
    ]);
    await house.manager.ok(settleDifference, { difference: 1, as: 'searching', itemId: gone }, { id });
    expect((await house.manager.ok(closeCount, {}, { id })).count.stage).toBe('awaited');
    expect((await house.manager.ok(readItem, undefined, { id: gone })).custody.at).toBe('missing');
    const taken = await colleague.send(takeOverCount, {}, { id });
    expect(taken.refusal?.kind).toBe('count-stage');
    await colleague.ok(confirmCounts, { countIds: [id] });
    expect([await left(), (await opening()).map(({ awaited }) => awaited)]).toEqual([0, [[], []]]);
  });

  it('stands in the record as what it was: not blind, by places, with a second person', async () => {
    const { entries } = await house.manager.ok(listEntries, undefined, { limit: 40 });
    const types = entries.map(({ type }) => type);
    for (const type of ['count.started', 'count.looked', 'count.entered', 'count.settled', 'count.confirmed'])
      expect(types).toContain(type);
    const looks = entries.filter(({ type }) => type === 'count.looked').map(({ facts }) => facts);
    expect(looks.map(({ there, missing }) => [there, missing]).sort()).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
    ]);
  });
});

describe('the papers that come of it', () => {
  it('are F2 and F1 of everybody in one run each, with what lies here unsigned', async () => {
    for (const form of ['F2', 'F1'] as const) {
      const { status, text } = await house.manager.send(issueForm, { held: true }, { form });
      expect([form, status, text.slice(0, 5)]).toEqual([form, 200, '%PDF-']);
    }
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'form.issued' });
    // What is searched for is on no receipt; whose it is still gets a paper to sign. What nobody owns has a receipt.
    expect(entries.map(({ facts }) => [facts['form'], facts['copies']]).reverse()).toEqual([
      ['F2', 3],
      ['F1', 3],
    ]);
  });

  it('come back signed together: one command lifts what each names, or none of it', async () => {
    const { residents } = await house.manager.ok(listUnsigned);
    expect(
      residents.map(({ room, name, items, contacts }) => [room, name, items, contacts.map((one) => one.name)]),
    ).toEqual([
      ['101', '伊藤 キヨ', 2, ['伊藤 一郎']],
      ['102', '髙﨑 𠮷右衛門', 1, []],
      ['103', '佐野 タキ', 1, []],
    ]);
    const today = house.clock.today();
    const common = { reason: '受診のたびに必要なため', willHeard: 'spoken', signedOn: today, from: today } as const;
    const signed = residents
      .filter(({ room }) => room !== '102')
      .map(({ id, kinds, name }) => ({ residentId: id, kinds, signerName: name, capacity: 'resident' as const }));
    const size = await house.ledgerSize();
    const [first, ...rest] = signed;
    const wrong = [
      ...rest,
      {
        ...first,
        residentId: crypto.randomUUID(),
        kinds: first?.kinds ?? [],
        signerName: '伊藤',
        capacity: 'resident' as const,
      },
    ];
    expect((await house.manager.send(makeAgreements, { ...common, signed: wrong })).status).toBe(404);
    expect(await house.ledgerSize()).toBe(size);

    expect(await house.manager.ok(makeAgreements, { ...common, signed })).toMatchObject({ agreements: 2, lifted: 3 });
    const { items } = await house.manager.ok(listItems, undefined, { limit: 50 });
    const held = items.filter(({ custody }) => custody.at !== 'ended' && custody.hold !== null);
    expect(held.map(({ resident }) => resident?.name ?? null).sort()).toEqual([null, '髙﨑 𠮷右衛門'].sort());
    expect((await house.manager.ok(listUnsigned)).residents.map(({ room }) => room)).toEqual(['102']);
  });
});
