import { Injectable } from '@nestjs/common';
import type { Uuid } from '@azukari/domain';
import type { keysGlance } from '@azukari/contract';
import type { z } from 'zod';
import { Database } from '../database/database.ts';
import type { Statements } from '../database/statements.ts';
import { storagePaths } from '../items/storage-paths.ts';
import { keysKept, readLockerKeys } from './key-rows.ts';

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
    const glance = await glanceOf(this.database.reads.sql, facilityId);
    this.seen.set(facilityId, { size, glance });
    return glance;
  }
}

async function glanceOf(sql: Statements, facilityId: Uuid): Promise<Glance> {
  if (!(await keysKept(sql, facilityId))) return null;
  const [keys, paths] = [await readLockerKeys(sql, facilityId), await storagePaths(sql, facilityId)];
  const held = keys
    .flatMap(({ storageId, holder, since }) =>
      holder === null || since === null
        ? []
        : [
            {
              locker: { id: storageId, path: paths.get(storageId) ?? '' },
              holder: { id: holder.staffId, name: holder.name },
              since,
            },
          ],
    )
    .sort((one, other) => one.since.localeCompare(other.since));
  return { held, inBox: keys.length - held.length };
}
