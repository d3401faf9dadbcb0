import { dayInTokyo, familyReportDue } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import { by as byIndex } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { RARE_TYPE } from '../ledger/leaf-indexes.ts';

/** FamilyReports are when 家族報告書 was last printed for everybody, and from when it is to be again. */
export interface FamilyReports {
  readonly lastOn: CalendarDay | null;
  readonly dueOn: CalendarDay;
}

/**
 * familyReportsOf reads them from the record: one that was printed for one family says nothing of the others, where there were others of
 * whom something was kept.
 */
export async function familyReportsOf(sql: Statements, facilityId: Uuid): Promise<FamilyReports> {
  const log = "(SELECT id FROM log WHERE facility_id = ? AND kind = 'custody')";
  const row = await sql.get<{ began: string; last: string | null }>(
    `SELECT recorded_at AS began, (
       SELECT MAX(recorded_at) FROM log_leaf ${byIndex(sql, 'log_leaf_type')}
       WHERE log = ${log} AND ${RARE_TYPE} AND type = 'form.issued' AND body LIKE '%"form":"F7"%'
         AND (resident IS NULL OR NOT EXISTS (
           SELECT 1 FROM item JOIN resident other ON other.id = item.resident_id
           WHERE item.facility_id = ? AND other.id <> log_leaf.resident AND left_on IS NULL
             AND place <> 'ended' AND taken_in_at <= recorded_at))
     ) AS last
     FROM log_leaf WHERE log = ${log} AND seq = 0`,
    [facilityId, facilityId, facilityId],
  );
  if (!row) throw new Error(`the log of ${facilityId} has no entry`);
  const lastOn = row.last === null ? null : dayInTokyo(row.last);
  return { lastOn, dueOn: familyReportDue(lastOn ?? dayInTokyo(row.began)).date };
}
