import type { Custody, Instant, Uuid } from '@azukari/domain';
import type { Statements } from '../database/statements.ts';

/** NO_PLACE stands for what lies in the safe in no recorded place. */
export const NO_PLACE = 'none';

/** placeOf is a storage as the tables of counts name it. */
export function placeOf(storageId: Uuid | null): string {
  return storageId ?? NO_PLACE;
}

/** storageAt is the storage behind the name of a place. */
export function storageAt(place: string): Uuid | null {
  return place === NO_PLACE ? null : place;
}

/** Opening is that somebody took something out of a place or put something in, and the entry that says so. */
export interface Opening {
  readonly itemId: Uuid;
  readonly before: Custody | null;
  readonly after: Custody;
  readonly seq: number;
  readonly at: Instant;
}

/** keepOpenings remembers which places were opened by a movement, until they are counted. */
export async function keepOpenings(sql: Statements, { itemId, before, after, seq, at }: Opening): Promise<void> {
  const [from, to] = [lyingAt(before), lyingAt(after)];
  if (from === to) return;
  for (const place of [from, to])
    if (place !== null)
      await sql.run(
        `INSERT INTO place_opening (facility_id, place, first_at, last_at, last_seq) SELECT facility_id, ?, ?, ?, ? FROM item WHERE id = ?
         ON CONFLICT (facility_id, place) DO UPDATE SET last_at = excluded.last_at, last_seq = excluded.last_seq`,
        [place, at, at, seq, itemId],
      );
}

function lyingAt(custody: Custody | null): string | null {
  return custody?.at === 'stored' ? placeOf(custody.storage) : null;
}

/** forgetOpenings follows a count of these places: what was opened after the count began was not counted. */
export async function forgetOpenings(
  sql: Statements,
  facilityId: Uuid,
  places: readonly string[],
  startedSeq: number,
): Promise<void> {
  for (const place of places) {
    const of = [facilityId, place];
    await sql.run('DELETE FROM place_opening WHERE facility_id = ? AND place = ? AND last_seq <= ?', [
      ...of,
      startedSeq,
    ]);
    await sql.run('UPDATE place_opening SET first_at = last_at WHERE facility_id = ? AND place = ?', of);
  }
}
