import { NOT_ASKED } from '@azukari/domain';
import type { Answer, CalendarDay, Check, Checks, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';

interface Row {
  readonly residentId: Uuid;
  readonly question: Check;
  readonly answer: Answer;
  readonly checkedOn: CalendarDay;
}

const NOTHING_ASKED: Checks = { registered: NOT_ASKED, stopped: NOT_ASKED };

/** checksOf answers what was last heard about the residents of a facility, or about one of them. */
export async function checksOf(sql: Statements, facilityId: Uuid, residentId?: Uuid): Promise<(id: Uuid) => Checks> {
  const rows = await sql.all<Row>(
    `SELECT resident_id AS "residentId", question, answer, checked_on AS "checkedOn" FROM resident_check
     WHERE facility_id = ? ${residentId === undefined ? '' : 'AND resident_id = ?'}`,
    residentId === undefined ? [facilityId] : [facilityId, residentId],
  );
  const byResident = new Map<Uuid, Checks>();
  for (const { residentId: id, question, answer, checkedOn } of rows)
    byResident.set(id, { ...(byResident.get(id) ?? NOTHING_ASKED), [question]: { answer, checkedOn } });
  return (id) => byResident.get(id) ?? NOTHING_ASKED;
}

/** noteCheck keeps the newest answer. */
export function noteCheck(sql: Statements, facilityId: Uuid, row: Row): Promise<unknown> {
  return sql.run(
    `INSERT INTO resident_check (resident_id, question, facility_id, answer, checked_on) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (resident_id, question) DO UPDATE SET answer = excluded.answer, checked_on = excluded.checked_on`,
    [row.residentId, row.question, facilityId, row.answer, row.checkedOn],
  );
}
