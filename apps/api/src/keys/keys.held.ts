import type { Uuid } from '@azukari/domain';
import type { keysGlance } from '@azukari/contract';
import type { z } from 'zod';
import type { Statements } from '../database/statements.ts';
import { storagePaths } from '../items/storage-paths.ts';
import { keysKept, readLockerKeys } from './key-rows.ts';

/** keysGlanceOf is who has a key, the longest first, and how many hang in the box; null where keys are not recorded. */
export async function keysGlanceOf(sql: Statements, facilityId: Uuid): Promise<z.output<typeof keysGlance> | null> {
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
