import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type { keysGlance } from '@azukari/contract';
import type { z } from 'zod';
import { Database } from '../database/database.ts';
import { keysGlanceOf } from './keys.held.ts';

type Glance = z.output<typeof keysGlance> | null;

/** KeysGlance is what 今日 says of keys, read anew after every entry; null where they are not recorded. */
@Injectable()
export class KeysGlance {
  private readonly seen = new Map<Uuid, { readonly size: number; readonly glance: Glance }>();

  constructor(private readonly database: Database) {}

  /** read answers as of a size of the record, which every hand-over makes grow. */
  async read(facilityId: Uuid, size: number): Promise<Glance> {
    const seen = this.seen.get(facilityId);
    if (seen?.size === size) return seen.glance;
    const glance = await keysGlanceOf(this.database.reads.sql, facilityId);
    this.seen.set(facilityId, { size, glance });
    return glance;
  }
}
