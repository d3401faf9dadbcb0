import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { Refused } from '../http/refused.ts';
import type { Rows } from './sealed-rows.ts';

interface Owned extends ObjectLiteral {
  readonly id: string;
  readonly facilityId: string;
  readonly version: number;
}

/** Wanted names a row by its id, in the facility of who asks; a change also says from which version it was made. */
export interface Wanted {
  readonly id: string;
  readonly facilityId: string;
  readonly version?: number;
}

/** ownRow reads a row of one's own facility; an id that is unknown or of another is not found, an older version is stale. */
export async function ownRow<R extends Owned>(
  rows: Rows,
  kind: EntityTarget<R>,
  { id, facilityId, version }: Wanted,
): Promise<R> {
  const row = await rows.findOneBy(kind, { id, facilityId } as FindOptionsWhere<R>);
  if (!row) throw new Refused({ kind: 'not-found' });
  if (version !== undefined && version !== row.version)
    throw new Refused({ kind: 'stale-version', version: row.version });
  return row;
}
