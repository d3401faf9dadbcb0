import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { daysLeft, familiesOf, may } from '@azukari/domain';
import type { DeadlineKind, Uuid } from '@azukari/domain';
import type { AnswerOf, listDeadlines, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { ContactRow } from '../database/rows.ts';
import { itemDeadlines } from '../items/item-deadlines.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Answer = AnswerOf<typeof listDeadlines>;

/** These tell a birthday; they are for those who may see the profile. */
const TELLS_BIRTHDAY: readonly DeadlineKind[] = ['seventieth-birthday', 'seventy-fifth-birthday'];

/** DeadlinesService answers what ends, soonest first. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(by: SignedIn, query: QueryOf<typeof listDeadlines>): Promise<Answer> {
    const asOf = this.clock.today();
    const profiles = may(by, 'see-profile');
    const { from = '', to = '9999', residentId } = query;
    const items = await itemDeadlines(this.database.reads.sql, by.facilityId, asOf, { residentId });
    const deadlines = items.flatMap(({ item, resident, deadlines: all }) =>
      all
        .filter(({ kind, date, value }) =>
          kind === 'none' ? false : date === null ? value === 'unknown' : date >= from && date <= to,
        )
        .filter(({ kind }) => profiles || !TELLS_BIRTHDAY.includes(kind))
        .map((deadline) => ({ ...deadline, daysLeft: daysLeft(deadline, asOf), item, resident })),
    );
    return {
      asOf,
      deadlines: deadlines.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? '')),
      families: profiles ? await this.families(by.facilityId, residentId) : null,
    };
  }

  private async families(facilityId: Uuid, residentId: Uuid | undefined): Promise<Answer['families']> {
    const contacts = await this.database.reads.rows.findBy(ContactRow, {
      facilityId,
      removedAt: IsNull(),
      ...(residentId !== undefined && { residentId }),
    });
    return familiesOf(contacts).map(({ contact: { id, name, kana, relation }, residentIds }) => ({
      id,
      name,
      kana,
      relation,
      residentIds: [...residentIds],
    }));
  }
}
