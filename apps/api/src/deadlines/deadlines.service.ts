import { Injectable } from '@nestjs/common';
import { daysLeft, deadlinesOf, dayInTokyo, DEFAULT_SETTINGS, may, NOT_ASKED } from '@azukari/domain';
import type { CalendarDay, Deadline, DeadlineKind, InsurerType, ItemKind, Uuid } from '@azukari/domain';
import type { AnswerOf, deadlineAnswer, listDeadlines, QueryOf } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { sealed } from '../database/sealed.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = z.output<typeof deadlineAnswer>;

interface Row {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly at: 'stored' | 'out' | 'missing';
  readonly printedExpiresOn: CalendarDay | null;
  readonly certificateExpiresOn: CalendarDay | null;
  readonly insurerType: InsurerType | null;
  readonly takenInAt: string;
  readonly residentId: Uuid | null;
  readonly name: string | null;
  readonly kana: string | null;
  readonly room: string | null;
  readonly birthDate: string | null;
}

/** These tell a birthday; they are for those who may see the profile. */
const TELLS_BIRTHDAY: readonly DeadlineKind[] = ['seventieth-birthday', 'seventy-fifth-birthday'];

const open = (text: string | null): string | null => (text === null ? null : sealed.open(text));

/** DeadlinesService reckons every date anew when it is asked: a date that is kept is a date that can be wrong. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(by: SignedIn, query: QueryOf<typeof listDeadlines>): Promise<AnswerOf<typeof listDeadlines>> {
    const asOf = this.clock.today();
    const profiles = may(by, 'see-profile');
    const { from = '', to = '9999', residentId } = query;
    const deadlines = (await this.rows(by.facilityId, residentId)).flatMap((row) =>
      reckoned(row, asOf)
        .filter(({ kind, date, value }) =>
          kind === 'none' ? false : date === null ? value === 'unknown' : date >= from && date <= to,
        )
        .filter(({ kind }) => profiles || !TELLS_BIRTHDAY.includes(kind))
        .map((deadline) => view(row, deadline, asOf)),
    );
    return { asOf, deadlines: deadlines.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? '')) };
  }

  private rows(facilityId: Uuid, residentId: Uuid | undefined): Promise<readonly Row[]> {
    return this.database.reads.sql.all<Row>(
      `SELECT item.id AS id, item.kind AS kind, item.label AS label, place AS at, printed_expires_on AS "printedExpiresOn",
         certificate_expires_on AS "certificateExpiresOn", insurer_type AS "insurerType", taken_in_at AS "takenInAt",
         resident.id AS "residentId", resident.name AS name, resident.kana AS kana, resident.room AS room, resident.birth_date AS "birthDate"
       FROM item LEFT JOIN resident ON resident.id = item.resident_id
       WHERE item.facility_id = ? AND place <> 'ended' ${residentId === undefined ? '' : 'AND item.resident_id = ?'}
       ORDER BY item.id`,
      residentId === undefined ? [facilityId] : [facilityId, residentId],
    );
  }
}

function reckoned(row: Row, asOf: CalendarDay): readonly Deadline[] {
  const { kind, printedExpiresOn, certificateExpiresOn, insurerType, takenInAt } = row;
  const resident =
    row.residentId === null ? null : { birthDate: open(row.birthDate), registered: NOT_ASKED, stopped: NOT_ASKED };
  const item = { kind, printedExpiresOn, certificateExpiresOn, insurerType, receivedOn: dayInTokyo(takenInAt) };
  return deadlinesOf(item, resident, DEFAULT_SETTINGS, asOf);
}

function view(row: Row, deadline: Deadline, asOf: CalendarDay): Answer {
  const { id, kind, at, residentId } = row;
  return {
    ...deadline,
    daysLeft: daysLeft(deadline, asOf),
    item: { id, kind, label: open(row.label), at },
    resident:
      residentId === null
        ? null
        : { id: residentId, name: open(row.name) ?? '', kana: open(row.kana) ?? '', room: open(row.room) ?? '' },
  };
}
