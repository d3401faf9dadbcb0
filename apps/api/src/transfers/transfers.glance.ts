import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type { AnswerOf, readBoard } from '@azukari/contract';
import { Database } from '../database/database.ts';

/** TransfersGlance is how much is on its way to a home, and how much another home says that it has not. */
@Injectable()
export class TransfersGlance {
  constructor(private readonly database: Database) {}

  /** read looks each time: what another home sends makes no entry here. */
  async read(facilityId: Uuid): Promise<AnswerOf<typeof readBoard>['transfers']> {
    const count = async (side: string, which: string): Promise<number> => {
      const row = await this.database.reads.sql.get<{ n: number }>(
        `SELECT COUNT(*) AS n FROM transfer JOIN transfer_line ON transfer_id = transfer.id WHERE ${side} = ? AND ${which}`,
        [facilityId],
      );
      return row?.n ?? 0;
    };
    return {
      coming: await count('to_facility_id', "(answer IS NULL OR answer = 'not-arrived')"),
      notArrived: await count('facility_id', "answer = 'not-arrived'"),
    };
  }
}
