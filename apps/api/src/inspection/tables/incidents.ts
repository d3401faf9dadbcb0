import type { Instant, Leaf } from '@azukari/domain';
import { namesOf } from '../../database/people.ts';
import { wordsOf } from '../../forms/forms.record.ts';
import { by, places } from '../../database/statements.ts';
import { itemNamesOf, leavesOf, overlaps, readLeaves, touches, when } from '../sight.ts';
import type { Cell, Sight, Table } from '../sight.ts';

/** incidents are what was looked for or lost in the period, also what was missed before it and not found by then, and how it ended. */
export async function incidents(sight: Sight): Promise<readonly Table[]> {
  const all = await leavesOf(sight, ['item.search-started', 'item.reported-missing']);
  const ends = await endsOf(sight, [...new Set(all.flatMap(({ item }) => item ?? []))]);
  const endOf = (leaf: Leaf): Leaf | null =>
    ends.find(({ item, prior }) => item === leaf.item && (prior ?? -1) >= leaf.seq) ?? null;
  const begun = all.filter((leaf) => {
    const end = endOf(leaf);
    return touches(sight.period, leaf) || overlaps(sight.period, at(leaf), end && at(end));
  });
  const words = await wordsOf(sight.sql, sight.log, [...begun, ...ends]);
  const items = await itemNamesOf(sight);
  const residents = await namesOf(sight.sql, 'resident', sight.facilityId);
  return [
    {
      part: 'incidents',
      columns: [
        { head: '記録番号', width: 48 },
        { head: '日時', width: 86, dated: true },
        { head: 'こと', width: 70 },
        { head: '預かり品', width: 120 },
        { head: '利用者', width: 96 },
        { head: '記録した人', width: 84 },
        { head: 'その後', width: '*' },
      ],
      rows: begun.map((leaf): Cell[] => {
        const end = endOf(leaf);
        return [
          leaf.seq,
          when(at(leaf)),
          leaf.type === 'item.reported-missing' ? '紛失の届け出' : 'さがし始めた',
          items.get(leaf.item ?? '') ?? '',
          words.get(leaf.seq)?.['residentName'] ?? residents.get(leaf.resident ?? '') ?? '（未確認）',
          words.get(leaf.seq)?.['actorName'] ?? '',
          end
            ? `${end.type === 'item.found' ? '見つかった' : '預かりを終えた'}　${when(at(end))}（記録${String(end.seq)}・${words.get(end.seq)?.['actorName'] ?? ''}）`
            : 'まだ見つかっていません',
        ];
      }),
      lead: 'さがした、または紛失として届け出たものです。期間の前からまだ見つかっていなかったものも示します。',
    },
  ];
}

function at({ occurredAt, recordedAt }: Leaf): Instant {
  return occurredAt ?? recordedAt;
}

/** What was found again, put back or ended after it was looked for. */
async function endsOf({ sql, log, until }: Sight, ids: readonly string[]): Promise<readonly Leaf[]> {
  if (ids.length === 0) return [];
  const leaves = await readLeaves(
    sql,
    `${by(sql, 'log_leaf_item')} WHERE log = ? AND item IN (${places(ids.length)})`,
    [log, ...ids],
  );
  return leaves
    .filter(({ seq, type }) => seq < until && ['item.found', 'item.checked-in', 'item.handed-over'].includes(type))
    .sort((a, b) => a.seq - b.seq);
}
