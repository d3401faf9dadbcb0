import { Injectable } from '@nestjs/common';
import type { Draft, LeaveReason, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { ownRow } from '../database/own-row.ts';
import { ResidentRow } from '../database/rows.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { residentFrom } from './residents.service.ts';

type Answer = AnswerOf<typeof contract.leaveResident>;

/** Order is a command about one resident, made by who saw that version of her. */
interface Order {
  readonly route: string;
  readonly body: { readonly commandId: Uuid; readonly version: number };
}

/** What a command changes about a resident, and the entry that says so. */
interface Change {
  readonly row: Partial<ResidentRow>;
  readonly entry: (about: { readonly resident: Uuid; readonly private: { readonly residentName: string } }) => Draft;
}

/** LeavingService notes that a resident left, takes that back, and keeps what stops while people do not agree or nobody is to be told. */
@Injectable()
export class LeavingService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  /**
   * leave notes the day; what is still in the safe stays listed until each item has a destination. What waits to be told after a death
   * is withdrawn by what follows each entry (`notices/notice-book.ts`), in the same transaction.
   */
  leave(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.leaveResident>): Promise<Answer> {
    return this.change(by, id, { route: 'leaveResident', body }, (row) => {
      const { on, reason } = body;
      if (row.leftOn !== null) throw new Refused({ kind: 'resident-left', residentId: id, on: row.leftOn });
      if (on > this.clock.today()) throw new Refused({ kind: 'occurred-in-future', now: this.clock.now() });
      if (row.admittedOn !== null && on < row.admittedOn) throw new Refused({ kind: 'dates-out-of-order' });
      return {
        row: { leftOn: on, leaveReason: reason, ...(reason === 'died' && { noticesStopped: 1 }) },
        entry: (about) => houseEntry('resident.left', { on, reason }, about),
      };
    });
  }

  /** undo takes a leaving back. That somebody was written to about a person who lives is bad; nobody is before a person says so. */
  undo(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.undoLeaving>): Promise<Answer> {
    return this.change(by, id, { route: 'undoLeaving', body }, ({ leftOn, leaveReason }) => {
      if (leftOn === null) throw new Refused({ kind: 'nothing-to-change' });
      const { why, explanation } = body;
      const facts = { on: leftOn, was: leaveReason as LeaveReason, why };
      return {
        row: { leftOn: null, leaveReason: null },
        entry: (about) =>
          houseEntry('resident.leaving-undone', facts, {
            ...about,
            private: { ...about.private, reason: explanation },
          }),
      };
    });
  }

  /** resume lets dates of somebody who lives here be told again. */
  resume(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.resumeResidentNotices>): Promise<Answer> {
    return this.change(by, id, { route: 'resumeResidentNotices', body }, ({ leftOn, leaveReason, noticesStopped }) => {
      if (leaveReason === 'died' && leftOn !== null)
        throw new Refused({ kind: 'resident-left', residentId: id, on: leftOn });
      if (noticesStopped === 0) throw new Refused({ kind: 'nothing-to-change' });
      return { row: { noticesStopped: 0 }, entry: (about) => houseEntry('resident.notices-resumed', {}, about) };
    });
  }

  /** dispute notes that people do not agree who may have what is hers, or do again. */
  dispute(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.noteDispute>): Promise<Answer> {
    return this.change(by, id, { route: 'noteDispute', body }, ({ disputedOn }) => {
      const { disputed, explanation } = body;
      if (disputed === (disputedOn !== null)) throw new Refused({ kind: 'nothing-to-change' });
      return {
        row: { disputedOn: disputed ? this.clock.today() : null },
        entry: (about) =>
          houseEntry(
            'resident.dispute-noted',
            { disputed: disputed ? 'yes' : 'no' },
            { ...about, private: { ...about.private, reason: explanation } },
          ),
      };
    });
  }

  private change(
    by: SignedIn,
    id: Uuid,
    { route, body }: Order,
    decide: (row: ResidentRow) => Change,
  ): Promise<Answer> {
    return this.commands.once(
      { by, route, body: withId(id, body) },
      async (tx, author) => {
        const { version } = body;
        const before = await ownRow(tx.rows, ResidentRow, { id, facilityId: by.facilityId, version });
        const { row, entry } = decide(before);
        await tx.rows.update(ResidentRow, { id }, { ...row, version: version + 1 });
        const draft = entry({ resident: id, private: { residentName: before.name } });
        return { entries: await this.ledger.append(tx, author, [draft]), subject: id };
      },
      (tx, _, subject) => residentFrom(tx, by, subject),
    );
  }
}
