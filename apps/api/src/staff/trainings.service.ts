import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { ownRow } from '../database/own-row.ts';
import { StaffRow } from '../database/rows.ts';
import { Malformed } from '../http/parse.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { stands } from './staff.practised.ts';

type Answer = AnswerOf<typeof contract.noteTraining>;
type Body = BodyOf<typeof contract.noteTraining>;

/** TrainingsService keeps on which days somebody was taught how to handle cards. The record alone holds them. */
@Injectable()
export class TrainingsService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  note(by: SignedIn, staff: Uuid, body: Body): Promise<Answer> {
    return this.change(by, staff, body, 'staff.trained');
  }

  withdraw(by: SignedIn, staff: Uuid, body: Body): Promise<Answer> {
    return this.change(by, staff, body, 'staff.training-withdrawn');
  }

  private change(
    by: SignedIn,
    staff: Uuid,
    body: Body,
    type: 'staff.trained' | 'staff.training-withdrawn',
  ): Promise<Answer> {
    return this.commands.once(
      { by, route: type, body: withId(staff, body) },
      async (tx, author) => {
        const { name } = await ownRow(tx.rows, StaffRow, { id: staff, facilityId: by.facilityId });
        const { on } = body;
        if (on > this.clock.today()) throw new Malformed([{ path: 'on', code: 'in-future' }]);
        const known = await stands(tx, { facilityId: by.facilityId, staffId: staff }, on);
        if (known === (type === 'staff.trained')) throw new Refused({ kind: 'nothing-to-change' });
        return {
          entries: await this.ledger.append(tx, author, [houseEntry(type, { staff, on }, { private: { name } })]),
        };
      },
      (_, receipt) => ({ receipt }),
    );
  }
}
