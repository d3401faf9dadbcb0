import { dayInTokyo, daysLate, firstOf, monthOf, monthsAsked, reconciliationDue } from '@azukari/domain';
import type { CalendarDay, Instant, Month, Reconciliation, ReconciliationStage, Uuid } from '@azukari/domain';
import type { Sealed } from '../database/sealed.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { readHead } from '../ledger/head.ts';

interface Person {
  readonly id: Uuid;
  readonly name: string;
}

/** ReconciliationRow is a 照合 as it is kept. */
export interface ReconciliationRow {
  readonly id: Uuid;
  readonly month: Month;
  readonly stage: ReconciliationStage;
  readonly startedBy: Person;
  readonly startedAt: Instant;
  readonly countedBy: Person | null;
  readonly countedAt: Instant | null;
  readonly expected: number | null;
  readonly seen: number | null;
  readonly differences: number | null;
  readonly second: Person | null;
  readonly closedAt: Instant | null;
  readonly daysLate: number | null;
  readonly corrections: number;
}

const ROW = `SELECT reconciliation.id AS id, month, stage, started_by AS "startedBy", starter.name AS "startedName", started_at AS "startedAt",
    counted_by AS "countedBy", counter.name AS "countedName", counted_at AS "countedAt", expected, seen, differences,
    second_id AS second, closer.name AS "secondName", closed_at AS "closedAt", days_late AS "daysLate",
    (SELECT COUNT(*) FROM reconciliation_correction WHERE reconciliation_id = reconciliation.id) AS corrections
  FROM reconciliation JOIN staff starter ON starter.id = started_by LEFT JOIN staff counter ON counter.id = counted_by
    LEFT JOIN staff closer ON closer.id = second_id`;

/** readReconciliationRows reads the 照合 that a condition names, in its order. */
export async function readReconciliationRows(
  sql: Statements,
  facilityId: Uuid,
  where: string,
  values: readonly (string | number)[] = [],
): Promise<readonly ReconciliationRow[]> {
  const rows = await sql.all<
    {
      [K in keyof ReconciliationRow]: ReconciliationRow[K] extends Person | null ? Uuid | null : ReconciliationRow[K];
    } & { readonly startedName: string; readonly countedName: string | null; readonly secondName: string | null }
  >(`${ROW} WHERE reconciliation.facility_id = ? AND ${where}`, [facilityId, ...values]);
  return rows.map(({ startedName, countedName, secondName, ...row }) => ({
    ...row,
    startedBy: { id: row.startedBy ?? '', name: sql.sealed.open('staff.name', row.startedBy, startedName) },
    countedBy: personOf(sql.sealed, row.countedBy, countedName),
    second: personOf(sql.sealed, row.second, secondName),
  }));
}

function personOf(sealed: Sealed, id: Uuid | null, name: string | null): Person | null {
  return id === null || name === null ? null : { id, name: sealed.open('staff.name', id, name) };
}

/** ownReconciliation reads one; what is unknown or of another facility is not found. */
export async function ownReconciliation(sql: Statements, facilityId: Uuid, id: Uuid): Promise<ReconciliationRow> {
  const [row] = await readReconciliationRows(sql, facilityId, 'reconciliation.id = ?', [id]);
  if (!row) throw new Refused({ kind: 'not-found' });
  return row;
}

/** reconciliationOf is a 照合 as the rules need it. */
export function reconciliationOf({ id, month, stage, startedBy, startedAt }: ReconciliationRow): Reconciliation {
  return { id, month, stage, owner: { staffId: startedBy.id, name: startedBy.name }, startedAt };
}

/** askedFrom is the first month that a facility is asked for: that in which its record begins, or later where it was there before there was 照合. */
export async function askedFrom(sql: Statements, facilityId: Uuid): Promise<Month> {
  const kept = await sql.get<{ month: Month }>('SELECT month FROM reconciliation_from WHERE facility_id = ?', [
    facilityId,
  ]);
  if (kept) return kept.month;
  const head = await readHead(sql, facilityId, 'custody');
  const first =
    head &&
    (await sql.get<{ at: Instant }>('SELECT recorded_at AS at FROM log_leaf WHERE log = ? AND seq = 0', [head.id]));
  if (!first) throw new Error(`facility ${facilityId} has no record`);
  return monthOf(dayInTokyo(first.at));
}

/** OpenMonth is a month that is over and not reconciled to its end, and how far it is. */
export interface OpenMonth {
  readonly month: Month;
  readonly dueOn: CalendarDay;
  readonly daysLate: number;
  readonly row: ReconciliationRow | null;
}

/** openMonths are the months that are over and whose 照合 is not closed, oldest first. */
export async function openMonths(sql: Statements, facilityId: Uuid, today: CalendarDay): Promise<readonly OpenMonth[]> {
  const rows = new Map(
    (await readReconciliationRows(sql, facilityId, '1 = 1')).map((row) => [row.month, row] as const),
  );
  return monthsAsked(await askedFrom(sql, facilityId), today)
    .map((month) => ({
      month,
      dueOn: reconciliationDue(firstOf(month)).date,
      daysLate: daysLate(month, today),
      row: rows.get(month) ?? null,
    }))
    .filter(({ row }) => row?.stage !== 'closed');
}
