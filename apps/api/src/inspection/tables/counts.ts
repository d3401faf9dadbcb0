import { differencesOf, readCountRows } from '../../counts/counts.rows.ts';
import { storageAt } from '../../items/openings.ts';
import { storagePaths } from '../../items/storage-paths.ts';
import { KIND_WORDS } from '../../forms/forms.words.ts';
import { boundsOf } from '../../ledger/period.ts';
import { itemNamesOf, when } from '../sight.ts';
import type { Cell, Sight, Table } from '../sight.ts';
import { COUNT_WORDS } from '../words.ts';

/** counts are the 交代時の点検 of the period, each with its differences, what was answered to them, and who looked a second time. */
export async function counts(sight: Sight): Promise<readonly Table[]> {
  const { sql, facilityId, period, until } = sight;
  const { from, to } = boundsOf(period);
  const paths = await storagePaths(sql, facilityId);
  const items = await itemNamesOf(sight);
  const placed = (place: string): string => paths.get(storageAt(place) ?? '') ?? '場所の記録なし';
  const all = await readCountRows(
    sql,
    facilityId,
    'reconciliation_id IS NULL AND started_at >= ? AND started_at < ? AND started_seq < ? ORDER BY started_at, blind_count.id',
    [from, to, until],
  );
  const rows: Cell[][] = [];
  for (const count of all) {
    const common = [
      when(count.startedAt),
      placed(count.place),
      count.countedName,
      count.expected ?? '',
      count.seen ?? '',
    ] as const;
    const closed = [
      count.stage === 'awaited' ? '確認待ち' : when(count.closedAt) || '終わっていません',
      count.secondName ?? '',
    ] as const;
    const differences = count.differences === 0 ? [] : await differencesOf(sql, count.id);
    if (differences.length === 0) rows.push([...common, count.expected === null ? '' : 'なし', '', '', '', ...closed]);
    for (const one of differences)
      rows.push([
        ...common,
        `${one.side === 'short' ? '足りない' : '余分'}　${KIND_WORDS[one.kind]}（${placed(one.storage ?? 'none')}）`,
        one.settledAs === null ? '未処理' : COUNT_WORDS[one.settledAs],
        one.itemId === null ? '' : (items.get(one.itemId) ?? ''),
        one.by === null ? '' : `${one.by.name} ${when(one.at)}`,
        ...closed,
      ]);
  }
  return [
    {
      part: 'counts',
      columns: [
        { head: '点検の日時', width: 82, dated: true },
        { head: '場所', width: 76 },
        { head: '数えた人', width: 72 },
        { head: '記録の数', width: 34 },
        { head: '見た数', width: 34 },
        { head: '差異', width: '*' },
        { head: '処理', width: 72 },
        { head: '何か', width: 80 },
        { head: '処理した人・日時', width: 84 },
        { head: '終えた日時', width: 62, dated: true },
        { head: '二人目', width: 62 },
      ],
      rows,
      lead: '見る人に記録を示さずに数え、あとで記録と比べた点検です。差異ごとに、処理と人を示します。',
    },
  ];
}
