import { askedAgainOn, lastKnownAt } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import type { AnswerOf, readBoard } from '@azukari/contract';
import { by as byIndex, places } from '../database/statements.ts';
import { readItems } from '../items/item-views.ts';
import type { ItemSource } from '../items/item-views.ts';

type Board = AnswerOf<typeof readBoard>;

/** toLocate are the items in hospital of which nobody has said for a week that they are still there. */
export async function toLocate(source: ItemSource, log: number): Promise<Board['toLocate']> {
  const { sql, today } = source;
  const items = await readItems(source, "item.place = 'out' AND due_back_at IS NULL ORDER BY item.id", []);
  const open = items.flatMap((item) => (item.custody.at === 'out' ? [{ item, custody: item.custody }] : []));
  if (open.length === 0) return [];
  const rows = await sql.all<{ item: Uuid; at: Instant }>(
    `SELECT item, MAX(recorded_at) AS at FROM log_leaf ${byIndex(sql, 'log_leaf_item')}
     WHERE log = ? AND item IN (${places(open.length)}) AND type = 'item.whereabouts-confirmed' GROUP BY item`,
    [log, ...open.map(({ item }) => item.id)],
  );
  const confirmed = new Map(rows.map(({ item, at }) => [item, at]));
  return open.flatMap(({ item, custody }) => {
    const at = confirmed.get(item.id) ?? null;
    const askOn = askedAgainOn(custody, at);
    return askOn === null || askOn > today ? [] : [{ item, knownAt: lastKnownAt(custody, at) }];
  });
}
