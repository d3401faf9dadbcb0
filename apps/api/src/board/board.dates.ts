import { isNear, standingOf } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type { AnswerOf, readBoard } from '@azukari/contract';
import type { Statements } from '../database/statements.ts';
import { itemDeadlines } from '../items/item-deadlines.ts';

/** NearDates are the dates that need a look today, soonest first, and how many dates nobody knows. */
export interface NearDates {
  readonly near: AnswerOf<typeof readBoard>['expiring'];
  readonly unknown: number;
}

/** nearDates reckons them as the page 期限 does, from the same dates and by the same rule. */
export async function nearDates(sql: Statements, facilityId: Uuid, today: CalendarDay): Promise<NearDates> {
  const items = await itemDeadlines(sql, facilityId, today);
  const all = items.flatMap(({ item: { id, kind: itemKind, label }, resident, deadlines }) =>
    deadlines.map((one) => ({ one, standing: standingOf(one, today), item: { id, kind: itemKind, label }, resident })),
  );
  const near = all.flatMap(({ one: { kind, date }, standing, item, resident }) =>
    date !== null && isNear(standing) ? [{ kind, date, standing, item, resident }] : [],
  );
  return {
    near: near.sort((a, b) => a.date.localeCompare(b.date)),
    unknown: all.filter(({ one, standing }) => standing === 'unknown' && one.value === 'unknown').length,
  };
}
