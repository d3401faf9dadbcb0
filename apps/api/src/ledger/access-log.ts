import { Injectable } from '@nestjs/common';
import { instantAt, millisecondsOf } from '@azukari/domain';
import type { EntryFacts, Uuid } from '@azukari/domain';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { by as byIndex } from '../database/statements.ts';
import { authorOf } from './author.ts';
import { readHead } from './ledger.ts';
import { Ledger } from './ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';

const AGAIN_AFTER_MS = 5 * 60_000;

/** AccessLog notes who looked at whom: one entry per person, resident and five minutes, durable before the answer. */
@Injectable()
export class AccessLog {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  async note(
    by: SignedIn,
    residentIds: readonly Uuid[],
    screen: EntryFacts<'resident.viewed'>['screen'],
  ): Promise<void> {
    const unseen = await this.notSeenLately(by, residentIds);
    if (unseen.length === 0) return;
    await this.database.writes.run((tx) =>
      this.ledger.append(
        tx,
        authorOf(by, this.clock),
        unseen.map((resident) => ({
          type: 'resident.viewed',
          item: null,
          resident,
          occurredAt: null,
          corrects: null,
          facts: { screen },
          private: {},
        })),
        'access',
      ),
    );
  }

  private async notSeenLately(by: SignedIn, residentIds: readonly Uuid[]): Promise<readonly Uuid[]> {
    const { sql } = this.database.reads;
    const head = await readHead(sql, by.facilityId, 'access');
    if (!head) throw new Error('no access log');
    const now = this.clock.now();
    const since = instantAt(millisecondsOf(now) - AGAIN_AFTER_MS);
    const unseen: Uuid[] = [];
    for (const id of residentIds) {
      const seen = await sql.get(
        `SELECT seq FROM log_leaf ${byIndex(sql, 'log_leaf_resident')} WHERE log = ? AND resident = ? AND actor = ? AND recorded_at > ? AND recorded_at <= ? ORDER BY seq DESC LIMIT 1`,
        [head.id, id, `staff:${by.staffId}`, since, now],
      );
      if (!seen) unseen.push(id);
    }
    return unseen;
  }
}
