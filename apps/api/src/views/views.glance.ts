import { Injectable } from '@nestjs/common';
import { may, reviewBy } from '@azukari/domain';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type { viewsGlance } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { quartersToReview } from './views.waiting.ts';

type Glance = z.output<typeof viewsGlance> | null;

/** ViewsGlance is what 今日 says of the review of who looked at whom; null where none waits, and to who does not review. */
@Injectable()
export class ViewsGlance {
  private readonly seen = new Map<Uuid, { readonly key: string; readonly glance: Glance }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** read answers as of a size of the record, which every review makes grow, and of a day. */
  async read(by: SignedIn, size: number): Promise<Glance> {
    if (!may(by, 'review-views')) return null;
    const today = this.clock.today();
    const key = `${String(size)} ${today}`;
    const seen = this.seen.get(by.facilityId);
    if (seen?.key === key) return seen.glance;
    const glance = await glanceOn(this.database.reads.sql, by.facilityId, today);
    this.seen.set(by.facilityId, { key, glance });
    return glance;
  }
}

async function glanceOn(sql: Statements, facilityId: Uuid, today: CalendarDay): Promise<Glance> {
  const waiting = await quartersToReview(sql, facilityId, today);
  const oldest = waiting.at(-1);
  return oldest === undefined ? null : { quarterOn: oldest, late: today > reviewBy(oldest), waiting: waiting.length };
}
