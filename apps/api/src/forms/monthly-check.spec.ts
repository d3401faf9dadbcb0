import {
  closeCount,
  confirmReconciliation,
  correctReconciliation,
  enterCount,
  finishReconciliation,
  joinCount,
  listEntries,
  readReconciliation,
  settleDifference,
  startReconciliation,
} from '@azukari/contract';
import { addDays, dayInTokyo, lastOf, millisecondsOf, monthOf, tokyoTime } from '@azukari/domain';
import { reconciliationsOf } from '../reconciliations/reconciliations.report.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { ask, householdOf, paper } from './testing/households.ts';

const plain = (pages: readonly string[]): string => pages.join('').replaceAll(/\s/g, '');

describe('F6 月次点検表', () => {
  let house: House;
  let month: string;
  beforeEach(async () => {
    house = await openHouse();
    month = monthOf(dayInTokyo(house.clock.now()));
  });
  afterEach(() => house.close());

  const setClock = (day: string): void => house.clock.setOffset(millisecondsOf(tokyoTime(day, '10:00')) - Date.now());

  /** Everything is seen but the first card of each household. */
  async function counted(missed: readonly string[] = []): Promise<string> {
    const { reconciliation } = await house.manager.ok(startReconciliation, { month });
    const { id } = reconciliation;
    const { drawers } = await house.manager.ok(readReconciliation, undefined, { id });
    for (const drawer of drawers.filter(({ optional }) => !optional)) {
      const { count } = await house.manager.ok(joinCount, { drawerId: drawer.id }, { id });
      const seen = await lyingIn(drawer.id, missed);
      const told = (await house.manager.ok(enterCount, { seen }, { id: count.id })).count;
      for (const { n, candidates } of told.differences)
        await house.manager.ok(
          settleDifference,
          { difference: n, as: 'searching', itemId: candidates[0]?.id ?? null },
          { id: count.id },
        );
      if (told.differences.length > 0) await house.manager.ok(closeCount, {}, { id: count.id });
    }
    await house.manager.ok(finishReconciliation, {}, { id });
    return id;
  }

  async function lyingIn(drawerId: string | null, missed: readonly string[]) {
    const rows = await house.database.reads.sql.all<{ id: string; kind: 'my-number-card'; storageId: string }>(
      `SELECT item.id AS id, item.kind AS kind, storage_id AS "storageId" FROM item JOIN storage ON storage.id = storage_id
       WHERE parent_id = ?`,
      [drawerId ?? ''],
    );
    const lying = rows.filter(({ id }) => !missed.includes(id));
    const alike = Map.groupBy(lying, ({ kind, storageId }) => `${kind} ${storageId}`);
    return [...alike.values()].flatMap((some) =>
      some.slice(0, 1).map(({ kind, storageId }) => ({ kind, storageId, quantity: some.length })),
    );
  }

  it('names the two people, what was seen of each item, each difference with its closure, and how late it is', async () => {
    const { itemIds } = await householdOf(house, house, '髙﨑 𠮷右衛門');
    await householdOf(house, house, '勅使河原 小夜子', ['care-insurance-card']);
    const second = await house.aStaff({ level: 'handler', name: '渡邊 ヱイ' });
    setClock(addDays(lastOf(month), 10));
    const id = await counted(itemIds.slice(0, 1));
    const before = plain((await paper(house.manager, 'F6', { reconciliationId: id })).pages);
    expect(before).toContain('まだ確かめていません');
    expect(before).not.toContain('日遅れ');
    await second.ok(confirmReconciliation, {}, { id });
    await house.manager.ok(
      correctReconciliation,
      { reason: 'learnt-later', explanation: 'ご家族のかばんにありました' },
      { id },
    );
    const { pages, fonts, size } = await paper(house.manager, 'F6', { reconciliationId: id });
    const text = plain(pages);
    const [year, number] = month.split('-').map(Number);
    for (const part of [
      '月次点検表',
      `${String(year)}年${String(number)}月（令和${String((year ?? 0) - 2018)}年${String(number)}月）分`,
      '3日遅れ',
      '佐藤花子',
      '渡邊ヱイ',
      '髙﨑𠮷右衛門様',
      '勅使河原小夜子様',
      'ない：マイナンバーカード',
      'さがしている',
      '記録3点・見たもの2点・ちがい1件',
      'ご家族のかばんにありました',
      'あとで分かった',
      '確認番号',
    ])
      expect(text).toContain(part);
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
    expect(size.map(Math.round)).toEqual([595, 842]);
    const { entries } = await house.manager.ok(listEntries, undefined, { type: 'form.issued', limit: 1 });
    expect(entries[0]?.facts).toEqual({ form: 'F6', copies: 1, sheetFrom: null });
  });

  it('goes over pages that repeat their heads', async () => {
    await householdOf(
      house,
      house,
      '髙﨑 𠮷右衛門',
      Array.from({ length: 60 }, () => 'care-insurance-card' as const),
    );
    setClock(addDays(lastOf(month), 1));
    const { pages } = await paper(house.manager, 'F6', { reconciliationId: await counted() });
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(2)) expect(plain([page])).toContain('月次点検表（つづき）');
    expect(plain(pages.slice(-1))).toContain('券面の期限');
    expect(plain(pages)).toContain('ちがいはありません');
  });

  it('is of a 照合 that is counted, of this house', async () => {
    setClock(addDays(lastOf(month), 1));
    const { reconciliation } = await house.manager.ok(startReconciliation, { month });
    for (const reconciliationId of [null, reconciliation.id])
      expect((await ask(house.manager, 'F6', { reconciliationId })).refusal).toEqual({ kind: 'nothing-to-print' });
    const foreign = await ask(house.second.manager, 'F6', { reconciliationId: reconciliation.id });
    expect([foreign.status, foreign.refusal]).toEqual([404, { kind: 'not-found' }]);
  });

  it('those of a period come with their differences, oldest first', async () => {
    const { itemIds } = await householdOf(house, house);
    setClock(addDays(lastOf(month), 1));
    const id = await counted(itemIds.slice(1));
    const of = (facilityId: string, from: string, to: string) =>
      reconciliationsOf(house.database.reads.sql, facilityId, { from, to });
    const day = `${month}-15`;
    expect(await of(house.facilityId, day, day)).toMatchObject([
      { id, month, stage: 'awaited', found: [{ as: 'searching', item: { resident: { name: '髙﨑 𠮷右衛門' } } }] },
    ]);
    expect(await of(house.facilityId, addDays(lastOf(month), 1), addDays(lastOf(month), 20))).toEqual([]);
    expect(await of(house.second.facilityId, day, day)).toEqual([]);
  });
});
