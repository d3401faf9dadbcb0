import { addDays, dayInTokyo, nextQuarter, tokyoTime, VIEW_SCREENS } from '@azukari/domain';
import type { CalendarDay, Instant, LogKind, Uuid, View } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { readHead } from '../ledger/head.ts';
import type { Head } from '../ledger/ledger.ts';
import { boundsOf, numbersWithin } from '../ledger/period.ts';

const AT_ONCE = 5_000;
const STAFF = 'staff:';

interface LeafRow {
  readonly seq: number;
  readonly actor: string;
  readonly resident: Uuid;
  readonly at: Instant;
  readonly body: string;
}

/** headOf is the head of a facility's log. */
export async function headOf(sql: Statements, facilityId: Uuid, kind: LogKind): Promise<Head> {
  const head = await readHead(sql, facilityId, kind);
  if (!head) throw new Error(`facility ${facilityId} has no ${kind} log`);
  return head;
}

/** viewedSince is the day on which a facility began to note who looked at whom. */
export async function viewedSince(sql: Statements, facilityId: Uuid): Promise<CalendarDay> {
  const head = await headOf(sql, facilityId, 'access');
  const first = await sql.get<{ at: Instant }>('SELECT recorded_at AS at FROM log_leaf WHERE log = ? AND seq = 0', [
    head.id,
  ]);
  if (!first) throw new Error(`the access log of ${facilityId} is empty`);
  return dayInTokyo(first.at);
}

function bounds(quarter: CalendarDay): { readonly from: Instant; readonly to: Instant } {
  return boundsOf({ from: quarter, to: addDays(nextQuarter(quarter), -1) });
}

/** hasViews says whether anybody looked at anybody in a quarter. */
export async function hasViews(sql: Statements, facilityId: Uuid, quarter: CalendarDay): Promise<boolean> {
  const head = await headOf(sql, facilityId, 'access');
  const { from, to } = bounds(quarter);
  const { first, end } = await numbersWithin(sql, head, { from, to });
  const found = await sql.get(
    `SELECT 1 AS found FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ? AND recorded_at || '' >= ? AND recorded_at || '' < ?
       AND resident IS NOT NULL ORDER BY seq LIMIT 1`,
    [head.id, first, end, from, to],
  );
  return found !== undefined;
}

/** readViews reads who looked at whom in a quarter, in the order of time, some thousands at once. */
export async function readViews(sql: Statements, facilityId: Uuid, quarter: CalendarDay): Promise<readonly View[]> {
  const head = await headOf(sql, facilityId, 'access');
  const { from, to } = bounds(quarter);
  const { first, end } = await numbersWithin(sql, head, { from, to });
  const views: View[] = [];
  for (let next = first; next < end; next += AT_ONCE) {
    const rows = await sql.all<LeafRow>(
      `SELECT seq, actor, resident, recorded_at AS at, body FROM log_leaf
       WHERE log = ? AND seq >= ? AND seq < ? AND recorded_at || '' >= ? AND recorded_at || '' < ? AND resident IS NOT NULL ORDER BY seq`,
      [head.id, next, Math.min(end, next + AT_ONCE), from, to],
    );
    views.push(...rows.map(viewOf));
  }
  return views.sort((one, other) => one.at.localeCompare(other.at));
}

function viewOf({ actor, resident, at, body }: LeafRow): View {
  const screen = VIEW_SCREENS.find((one) => body.includes(`"screen":"${one}"`)) ?? 'profile';
  return { at, staffId: actor.slice(STAFF.length), residentId: resident, screen };
}

/** Worked is that somebody moved or counted something. */
export interface Worked {
  readonly staffId: Uuid;
  readonly at: Instant;
}

/** readWork reads when some people moved or counted something, from the day before a quarter to the day after it. */
export async function readWork(
  sql: Statements,
  facilityId: Uuid,
  quarter: CalendarDay,
  staffIds: readonly Uuid[],
): Promise<readonly Worked[]> {
  if (staffIds.length === 0) return [];
  const head = await headOf(sql, facilityId, 'custody');
  const [from, to] = [tokyoTime(addDays(quarter, -1), '00:00'), tokyoTime(addDays(nextQuarter(quarter), 1), '00:00')];
  const { first, end } = await numbersWithin(sql, head, { from, to });
  const worked: Worked[] = [];
  for (let next = first; next < end; next += AT_ONCE) {
    const rows = await sql.all<{ actor: string; at: Instant }>(
      `SELECT actor, recorded_at AS at FROM log_leaf WHERE log = ? AND seq >= ? AND seq < ?
         AND actor || '' IN (${places(staffIds.length)}) AND (type || '' LIKE 'item.%' OR type || '' LIKE 'count.%') ORDER BY seq`,
      [head.id, next, Math.min(end, next + AT_ONCE), ...staffIds.map((id) => `${STAFF}${id}`)],
    );
    worked.push(...rows.map(({ actor, at }) => ({ staffId: actor.slice(STAFF.length), at })));
  }
  return worked;
}
