import { Injectable } from '@nestjs/common';
import { daysLeft, may } from '@azukari/domain';
import type { DeadlineKind } from '@azukari/domain';
import type { AnswerOf, listDeadlines, QueryOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { itemDeadlines } from '../items/item-deadlines.ts';
import type { SignedIn } from '../session/signed-in.ts';

/** These tell a birthday; they are for those who may see the profile. */
const TELLS_BIRTHDAY: readonly DeadlineKind[] = ['seventieth-birthday', 'seventy-fifth-birthday'];

/** DeadlinesService answers what ends, soonest first. */
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
    const items = await itemDeadlines(this.database.reads.sql, by.facilityId, asOf, { residentId });
    const deadlines = items.flatMap(({ item, resident, deadlines: all }) =>
      all
        .filter(({ kind, date, value }) =>
          kind === 'none' ? false : date === null ? value === 'unknown' : date >= from && date <= to,
        )
        .filter(({ kind }) => profiles || !TELLS_BIRTHDAY.includes(kind))
        .map((deadline) => ({ ...deadline, daysLeft: daysLeft(deadline, asOf), item, resident })),
    );
    return { asOf, deadlines: deadlines.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? '')) };
  }
}
