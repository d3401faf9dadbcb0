import type { Uuid } from '@azukari/domain';
import { placesOf } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';

/** storagePaths names every place of a facility from the locker down, as people say it. */
export async function storagePaths(sql: Statements, facilityId: Uuid): Promise<ReadonlyMap<Uuid, string>> {
  const rows = await placesOf(sql, facilityId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const paths = new Map<Uuid, string>();
  const pathOf = (id: Uuid): string => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const row = byId.get(id);
    const path = !row ? '' : row.parent === null ? row.label : `${pathOf(row.parent)} ${row.label}`;
    paths.set(id, path);
    return path;
  };
  for (const { id } of rows) pathOf(id);
  return paths;
}
