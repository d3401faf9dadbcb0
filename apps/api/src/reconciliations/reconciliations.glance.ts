import { Injectable } from '@nestjs/common';
import type { CalendarDay, Uuid } from '@azukari/domain';
import type { reconciliationGlance } from '@azukari/contract';
import type { z } from 'zod';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { openMonths } from './reconciliation-rows.ts';

type Glance = z.output<typeof reconciliationGlance>;

/** ReconciliationsGlance is what 今日 says of 毎月の照合, read anew after every entry and every day. */
@Injectable()
export class ReconciliationsGlance {
  private readonly seen = new Map<
    Uuid,
    { readonly size: number; readonly today: CalendarDay; readonly glance: Glance }
  >();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** read answers as of a size of the record, which every step of a 照合 makes grow. */
  async read(facilityId: Uuid, size: number): Promise<Glance> {
    const today = this.clock.today();
    const seen = this.seen.get(facilityId);
    if (seen?.size === size && seen.today === today) return seen.glance;
    const glance = await glanceOn(this.database.reads.sql, facilityId, today);
    this.seen.set(facilityId, { size, today, glance });
    return glance;
  }
}

async function glanceOn(sql: Statements, facilityId: Uuid, today: CalendarDay): Promise<Glance> {
  const open = await openMonths(sql, facilityId, today);
  const [oldest] = open;
  if (oldest === undefined) return null;
  const { row, ...month } = oldest;
  return { ...month, stage: row?.stage ?? null, id: row?.id ?? null, months: open.length };
}
