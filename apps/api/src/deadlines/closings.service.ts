import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { Refused } from '../http/refused.ts';
import { itemDeadlines } from '../items/item-deadlines.ts';
import type { Closed } from '../items/item-deadlines.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

type Named = Pick<BodyOf<typeof contract.reopenDeadline>, 'itemId' | 'kind' | 'date'>;

interface Found {
  readonly resident: { readonly id: Uuid; readonly name: string } | null;
  readonly closed: Closed | null;
}

/** ClosingsService ends the reminders of a deadline that has no natural end, and begins them again. */
@Injectable()
export class ClosingsService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  close(by: SignedIn, body: BodyOf<typeof contract.closeDeadline>): Promise<AnswerOf<typeof contract.closeDeadline>> {
    return this.commands.once(
      { by, route: 'closeDeadline', body },
      async (tx, author) => {
        const { itemId, kind, date, reason } = body;
        const found = await this.find(tx, by, body);
        if (found.closed !== null) throw new Refused({ kind: 'nothing-to-change' });
        await tx.sql.run(
          `INSERT INTO deadline_closing (facility_id, item_id, kind, date, reason, closed_on, closed_by)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
          [by.facilityId, itemId, kind, date, reason, this.clock.today(), by.staffId],
        );
        const facts = { of: itemId, kind, date, reason };
        return { entries: await this.ledger.append(tx, author, [houseEntry('deadline.closed', facts, about(found))]) };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  reopen(
    by: SignedIn,
    body: BodyOf<typeof contract.reopenDeadline>,
  ): Promise<AnswerOf<typeof contract.reopenDeadline>> {
    return this.commands.once(
      { by, route: 'reopenDeadline', body },
      async (tx, author) => {
        const { itemId, kind, date } = body;
        const found = await this.find(tx, by, body);
        if (found.closed === null) throw new Refused({ kind: 'nothing-to-change' });
        await tx.sql.run(
          'DELETE FROM deadline_closing WHERE facility_id = ? AND item_id = ? AND kind = ? AND date = ?',
          [by.facilityId, itemId, kind, date],
        );
        const facts = { of: itemId, kind, date };
        return {
          entries: await this.ledger.append(tx, author, [houseEntry('deadline.reopened', facts, about(found))]),
        };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  /** Only what the item has today can be closed: a date that was renewed meanwhile is another deadline. */
  private async find(tx: Tx, by: SignedIn, { itemId, kind, date }: Named): Promise<Found> {
    const [item] = await itemDeadlines(tx.sql, by.facilityId, this.clock.today(), { itemId });
    const found = item?.deadlines.find((one) => one.kind === kind && one.date === date);
    if (!item || !found) throw new Refused({ kind: 'not-found' });
    return { resident: item.resident, closed: found.closed };
  }
}

function about({ resident }: Found) {
  return resident === null ? {} : { resident: resident.id, private: { residentName: resident.name } };
}
