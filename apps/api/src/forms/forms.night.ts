import { Injectable } from '@nestjs/common';
import { dayInTokyo, millisecondsOf, parseLeaf, tokyoTime } from '@azukari/domain';
import type { Instant, Uuid } from '@azukari/domain';
import type { AnswerOf, readBoard } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { FacilityRow } from '../database/rows.ts';
import { by as byIndex } from '../database/statements.ts';
import { readHead } from '../ledger/head.ts';
import { RARE_TYPE } from '../ledger/leaf-indexes.ts';

type Glance = AnswerOf<typeof readBoard>['nightList'];

/** A list that was printed in the morning does not know where things are at night. */
const NOON = '12:00';
/** What is asked for is seen after so long: every tablet asks every four seconds. */
const FRESH_MS = 20_000;
const AT_ONCE = 100;

/** NightListGlance is whether 今日 asks for 夜間・停電用一覧: from the hour of the house on, until it was printed that afternoon. */
@Injectable()
export class NightListGlance {
  private readonly seen = new Map<Uuid, { readonly size: number; readonly at: Instant; readonly glance: Glance }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** read answers as of a size of the record: printing makes it grow. */
  async read(facilityId: Uuid, size: number): Promise<Glance> {
    const now = this.clock.now();
    const seen = this.seen.get(facilityId);
    // A demo's clock also goes back.
    if (seen?.size === size && Math.abs(millisecondsOf(now) - millisecondsOf(seen.at)) < FRESH_MS) return seen.glance;
    const glance = await this.asked(facilityId, now);
    this.seen.set(facilityId, { size, at: now, glance });
    return glance;
  }

  private async asked(facilityId: Uuid, now: Instant): Promise<Glance> {
    const { rows, sql } = this.database.reads;
    const { nightListAt } = await rows.findOneByOrFail(FacilityRow, { id: facilityId });
    const today = dayInTokyo(now);
    if (nightListAt === null || now < tokyoTime(today, nightListAt)) return null;
    const kept = await sql.get("SELECT 1 AS one FROM item WHERE facility_id = ? AND place <> 'ended' LIMIT 1", [
      facilityId,
    ]);
    if (!kept) return null;
    const counts = tokyoTime(today, nightListAt < NOON ? nightListAt : NOON);
    return (await this.printedSince(facilityId, counts)) ? null : { since: nightListAt };
  }

  private async printedSince(facilityId: Uuid, since: Instant): Promise<boolean> {
    const { sql } = this.database.reads;
    const head = await readHead(sql, facilityId, 'custody');
    if (!head) return false;
    const rows = await sql.all<{ body: string }>(
      `SELECT body FROM log_leaf ${byIndex(sql, 'log_leaf_type')}
       WHERE log = ? AND ${RARE_TYPE} AND type = 'form.issued' ORDER BY seq DESC LIMIT ${String(AT_ONCE)}`,
      [head.id],
    );
    return rows.some(({ body }) => {
      const parsed = parseLeaf(body);
      if (parsed.kind !== 'leaf' || parsed.leaf.type !== 'form.issued') return false;
      // What the server wrote into a folder lies on no paper.
      return parsed.leaf.actor !== 'system' && parsed.leaf.recordedAt >= since && parsed.leaf.facts.form === 'F16';
    });
  }
}
