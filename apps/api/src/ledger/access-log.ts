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
/** Residents who are noted as seen in one transaction: others have their turn in between. */
const NOTED_AT_ONCE = 100;

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

  /** noteExport notes whose names leave the house: each resident of whom these entries speak. */
  async noteExport(
    by: SignedIn,
    { log, from, to }: { readonly log: number; readonly from: number; readonly to: number },
  ): Promise<void> {
    const { sql } = this.database.reads;
    const residents = await sql.all<{ id: Uuid }>(
      `SELECT id FROM resident WHERE facility_id = ? AND EXISTS (
         SELECT 1 FROM log_leaf ${byIndex(sql, 'log_leaf_resident')} WHERE log = ? AND resident = resident.id AND seq >= ? AND seq < ?
       ) ORDER BY id`,
      [by.facilityId, log, from, to],
    );
    const ids = residents.map(({ id }) => id);
    for (let n = 0; n < ids.length; n += NOTED_AT_ONCE) await this.note(by, ids.slice(n, n + NOTED_AT_ONCE), 'export');
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
