import { Injectable } from '@nestjs/common';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { readPolicy } from './count-rows.ts';

type Answer = AnswerOf<typeof contract.setCountPolicy>;

/** CountPolicyService keeps when and with whom a facility counts. */
@Injectable()
export class CountPolicyService {
  constructor(
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  set(by: SignedIn, body: BodyOf<typeof contract.setCountPolicy>): Promise<Answer> {
    return this.commands.once(
      { by, route: 'setCountPolicy', body },
      async (tx, author) => {
        const { second, version } = body;
        const shifts = [...body.shifts].sort();
        const before = await readPolicy(tx.sql, by.facilityId);
        if (before.version !== version) throw new Refused({ kind: 'stale-version', version: before.version });
        if (before.second === second && before.shifts.join() === shifts.join())
          throw new Refused({ kind: 'nothing-to-change' });
        await tx.sql.run(
          `INSERT INTO count_policy (facility_id, shifts, second, version) VALUES (?, ?, ?, ?)
           ON CONFLICT (facility_id) DO UPDATE SET shifts = excluded.shifts, second = excluded.second, version = excluded.version`,
          [by.facilityId, JSON.stringify(shifts), second, version + 1],
        );
        return { entries: await this.ledger.append(tx, author, [houseEntry('counts.set', { shifts, second })]) };
      },
      async ({ sql }) => {
        const { shifts, ...policy } = await readPolicy(sql, by.facilityId);
        return { ...policy, shifts: [...shifts] };
      },
    );
  }
}
