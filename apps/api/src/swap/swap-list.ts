import { dayInTokyo, envelopeObstacle, envelopeWill, swapLines } from '@azukari/domain';
import { covers } from '@azukari/domain';
import type { CalendarDay, Checks, EnvelopeInHouse, Place, SwapLine, Uuid } from '@azukari/domain';
import type { swapLineAnswer } from '@azukari/contract';
import type { z } from 'zod';
import { residentOf } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';
import { marksOf } from '../items/envelope-marks.ts';
import type { Marks } from '../items/envelope-marks.ts';
import { insurersOf } from '../items/insurers.ts';
import type { Insurers } from '../items/insurers.ts';
import { deadlineFacts, withBirthDate } from '../items/item-deadlines.ts';
import type { DeadlineRow } from '../items/item-deadlines.ts';
import { agreementsAt } from '../items/situations.ts';
import { checksOf } from '../items/resident-checks.ts';
import { storagePaths } from '../items/storage-paths.ts';

type Line = z.output<typeof swapLineAnswer>;

interface Row extends DeadlineRow {
  readonly id: Uuid;
  readonly at: Place;
  readonly storageId: Uuid | null;
  readonly residentId: Uuid;
  readonly name: string;
  readonly kana: string;
  readonly room: string;
}

/** House is everything in a facility that a swap looks at, read once. */
export interface House {
  readonly checks: (residentId: Uuid) => Checks;
  readonly insurers: Insurers;
  readonly asOf: CalendarDay;
  readonly rows: ReadonlyMap<Uuid, Row>;
  readonly envelopes: readonly (EnvelopeInHouse & Marks & { readonly arrivedOn: CalendarDay })[];
}

/** readHouse reads the papers and envelopes of those who live here; a paper that ended counts, for what has been swapped. */
export async function readHouse(sql: Statements, facilityId: Uuid, today: CalendarDay): Promise<House> {
  const found = await sql.all<Row>(
    `SELECT item.id AS id, item.kind AS kind, place AS at, storage_id AS "storageId", printed_expires_on AS "printedExpiresOn",
       certificate_expires_on AS "certificateExpiresOn", insurer_type AS "insurerType", no_date_printed AS "noDatePrinted",
       taken_in_at AS "takenInAt", resident.id AS "residentId", resident.name AS name, resident.kana AS kana, resident.room AS room, resident.birth_date AS "birthDate"
     FROM item JOIN resident ON resident.id = item.resident_id
     WHERE item.facility_id = ? AND (left_on IS NULL OR left_on >= ?)`,
    [facilityId, today],
  );
  const rows = found.map((row) => withBirthDate(sql.sealed, row));
  const sealedRows = rows.filter(({ kind, at }) => kind === 'sealed-envelope' && at === 'stored');
  const marks = await marksOf(
    sql,
    sealedRows.map(({ id }) => id),
  );
  const envelopes = sealedRows.flatMap(({ id, residentId, takenInAt }) => {
    const seen = marks.get(id);
    return seen ? [{ id, residentId, arrivedOn: dayInTokyo(takenInAt), ...seen }] : [];
  });
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    envelopes,
    checks: await checksOf(sql, facilityId),
    insurers: await insurersOf(sql, facilityId),
    asOf: today,
  };
}

/** linesOf are the lines of one season. */
export function linesOf({ rows, envelopes, checks, insurers, asOf }: House, endsOn: CalendarDay): readonly SwapLine[] {
  const papers = [...rows.values()].map((row) => {
    const { item, resident } = deadlineFacts(row, checks);
    return { ...row, item: { ...item, insurer: insurers.of(row.id)?.id ?? null }, resident };
  });
  return swapLines({ endsOn, asOf }, papers, envelopes, insurers.settings);
}

/** answerLines completes lines with names, places and what the agreements say, in the order in which somebody walks the rooms. */
export async function answerLines(
  sql: Statements,
  {
    facilityId,
    today,
    endsOn,
  }: { readonly facilityId: Uuid; readonly today: CalendarDay; readonly endsOn: CalendarDay },
  { rows, envelopes }: House,
  lines: readonly SwapLine[],
): Promise<Line[]> {
  const agreements = Map.groupBy(await agreementsAt(sql, facilityId), ({ residentId }) => residentId);
  const paths = await storagePaths(sql, facilityId);
  const collator = new Intl.Collator('ja', { numeric: true });
  const answer = lines.flatMap((line): Line[] => {
    const old = rows.get(line.old);
    if (!old) return [];
    const own = agreements.get(line.residentId) ?? [];
    const will = envelopeWill(own, today);
    const envelope = envelopes.find(({ id }) => id === line.envelope);
    const next = line.next === null ? undefined : rows.get(line.next);
    return [
      {
        resident: residentOf(sql.sealed, line.residentId, old),
        kind: line.kind,
        insurerType: old.insurerType,
        way: line.way,
        state: line.state,
        old: {
          id: old.id,
          at: old.at,
          storage: old.storageId === null ? null : { id: old.storageId, path: paths.get(old.storageId) ?? '' },
          printedExpiresOn: old.printedExpiresOn,
          counts: (old.printedExpiresOn ?? endsOn) >= today,
        },
        next: next ? { id: next.id, printedExpiresOn: next.printedExpiresOn } : null,
        envelope: envelope ? { id: envelope.id, arrivedOn: envelope.arrivedOn } : null,
        rule: will.rule,
        // What has not arrived yet will come from an insurer.
        obstacle: envelopeObstacle(will, envelope ? envelope.from : 'insurer'),
        agreed: own.some((agreement) => covers(agreement, line.kind, today)),
      },
    ];
  });
  const { compare } = collator;
  return answer.sort(
    (a, b) =>
      compare(a.resident.room, b.resident.room) ||
      compare(a.resident.kana, b.resident.kana) ||
      compare(a.kind, b.kind) ||
      compare(a.old.id, b.old.id),
  );
}
