import { firstOf, monthOf, reconciliationDue } from '@azukari/domain';
import type { CalendarDay, CountDisposition, Difference, Instant, ItemKind, Uuid } from '@azukari/domain';
import { joinedCounts, placesOfAll } from '../counts/counts.joined.ts';
import type { JoinedCount, NamedPlace } from '../counts/counts.joined.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { readCorrections } from './correction-rows.ts';
import type { Correction } from './correction-rows.ts';
import { openMonths, ownReconciliation, readReconciliationRows } from './reconciliation-rows.ts';
import type { ReconciliationRow } from './reconciliation-rows.ts';
import { keptItems, totalsOf } from './snapshot.ts';
import type { KeptItem, Totals } from './snapshot.ts';

export { openMonths };

/** ReportedItem is an item as a 照合 kept it, with the name of its place. */
export type ReportedItem = Omit<KeptItem, 'storage'> & { readonly storage: NamedPlace };

/** ReportedPlace is one drawer as it was counted, and how many of each kind the record had in it. */
export interface ReportedPlace {
  readonly place: NamedPlace;
  readonly countedBy: string;
  readonly at: Instant | null;
  readonly expected: number;
  readonly seen: number;
  readonly differences: number;
  readonly kinds: readonly { readonly kind: ItemKind; readonly count: number }[];
}

/** ReportedDifference is a difference with its closure: what was answered, about whose item, by whom and when. */
export interface ReportedDifference {
  readonly side: Difference['side'];
  readonly place: NamedPlace;
  readonly kind: ItemKind;
  readonly as: CountDisposition | null;
  readonly item: Pick<KeptItem, 'kind' | 'label' | 'resident'> | null;
  readonly by: string | null;
  readonly at: Instant | null;
}

/** ReconciliationReport is all that a 照合 says: who, when, how late, what was counted where, what differed, and what was set right since. */
export interface ReconciliationReport extends Omit<ReconciliationRow, 'daysLate' | 'corrections'> {
  readonly dueOn: CalendarDay;
  readonly daysLate: number;
  readonly totals: Totals;
  readonly places: readonly ReportedPlace[];
  readonly found: readonly ReportedDifference[];
  readonly items: readonly ReportedItem[];
  readonly corrected: readonly Correction[];
}

/** reportOfCounted reads a 照合 whose safe is counted, and the residents whose items it names. Of one that is still being counted there is nothing to print. */
export async function reportOfCounted(
  sql: Statements,
  facilityId: Uuid,
  id: Uuid | null,
): Promise<{ readonly report: ReconciliationReport; readonly residentIds: readonly Uuid[] }> {
  if (id === null) throw new Refused({ kind: 'nothing-to-print' });
  const row = await ownReconciliation(sql, facilityId, id);
  if (row.stage === 'counting') throw new Refused({ kind: 'nothing-to-print' });
  const report = await reportOf(sql, facilityId, row);
  const residentIds = report.items.flatMap(({ resident }) => resident?.id ?? []);
  return { report, residentIds: [...new Set(residentIds)] };
}

/** reconciliationsOf reads the 照合 of every month that lies in a period, even in part, oldest first; one that is still being counted as far as it is. */
export async function reconciliationsOf(
  sql: Statements,
  facilityId: Uuid,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): Promise<readonly ReconciliationReport[]> {
  const rows = await readReconciliationRows(sql, facilityId, 'month >= ? AND month <= ? ORDER BY month', [
    monthOf(from),
    monthOf(to),
  ]);
  const reports: ReconciliationReport[] = [];
  for (const row of rows) reports.push(await reportOf(sql, facilityId, row));
  return reports;
}

async function reportOf(sql: Statements, facilityId: Uuid, row: ReconciliationRow): Promise<ReconciliationReport> {
  const counts = await joinedCounts(sql, facilityId, row.id);
  const at = await placesOfAll(sql, facilityId);
  const kept = await keptItems(sql, row.id);
  const { corrections: _, ...brief } = row;
  return {
    ...brief,
    dueOn: reconciliationDue(firstOf(row.month)).date,
    daysLate: row.daysLate ?? 0,
    totals: await totalsOf(sql, row.id),
    places: counts.map((count) => placeOf(count, at, kept)),
    found: counts.flatMap(({ differences }) => differences).map((difference) => foundOf(difference, kept)),
    items: kept.map((item) => ({ ...item, storage: at(item.storage).place })),
    corrected: await readCorrections(sql, row.id),
  };
}

type Places = Awaited<ReturnType<typeof placesOfAll>>;

function placeOf(
  { drawer, countedBy, closedAt, expected, seen, differences }: JoinedCount,
  at: Places,
  kept: readonly KeptItem[],
): ReportedPlace {
  const here = kept.filter(({ place, storage }) => place === 'stored' && at(storage).drawer.id === drawer);
  const kinds = Map.groupBy(here, ({ kind }) => kind);
  return {
    place: at(drawer).place,
    countedBy: countedBy.name,
    at: closedAt,
    expected: expected ?? 0,
    seen: seen ?? 0,
    differences: differences.length,
    kinds: [...kinds].map(([kind, items]) => ({ kind, count: items.length })),
  };
}

function foundOf(
  { side, place, kind, as, itemId, by, at }: JoinedCount['differences'][number],
  kept: readonly KeptItem[],
): ReportedDifference {
  const item = kept.find((one) => one.itemId === itemId) ?? null;
  return { side, place, kind, as, at, by: by?.name ?? null, item };
}
