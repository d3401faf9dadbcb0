import { addMonths, monthOf } from '@azukari/domain';
import type { Home, House } from './house.ts';
import type { Fixtures } from './things.ts';

type Ids = Pick<Fixtures, 'monthBegunId' | 'monthCountedId' | 'monthAwaitedId' | 'monthClosedId'>;

/** Months of long ago: each facility has one 照合 a month, and every call makes four. */
let made = 0;

/** reconciliationsOf makes one 照合 at each stage, all begun by a colleague, in a facility that is asked for months before it began. */
export async function reconciliationsOf(
  { facilityId }: Home,
  { database, clock }: House,
  colleagueId: string,
): Promise<Ids> {
  const [monthBegunId, monthCountedId, monthAwaitedId, monthClosedId] = Array.from({ length: 4 }, () =>
    crypto.randomUUID(),
  );
  const ids = { monthBegunId, monthCountedId, monthAwaitedId, monthClosedId } as Ids;
  const at = clock.now();
  await database.writes.run(async ({ sql }) => {
    await sql.run(
      `INSERT INTO reconciliation_from (facility_id, month) VALUES (?, '2020-01') ON CONFLICT (facility_id) DO NOTHING`,
      [facilityId],
    );
    for (const id of Object.values(ids))
      await sql.run(
        `INSERT INTO reconciliation (id, facility_id, month, stage, started_by, started_at) VALUES (?, ?, ?, 'counting', ?, ?)`,
        [id, facilityId, monthOf(addMonths('1900-01-01', made++)), colleagueId, at],
      );
    const counted = `INSERT INTO blind_count (id, facility_id, place, stage, counted_by, owner_id, started_at, started_seq, expected, seen, closed_at,
       reconciliation_id)`;
    await sql.run(
      `${counted} SELECT id || ?, facility_id, id, 'closed', ?, ?, ?, 0, 0, 0, ?, ? FROM storage
       WHERE facility_id = ? AND kind <> 'pouch' AND retired = 0`,
      [`:${ids.monthCountedId}`, colleagueId, colleagueId, at, at, ids.monthCountedId, facilityId],
    );
    await sql.run(`${counted} VALUES (?, ?, 'none', 'closed', ?, ?, ?, 0, 0, 0, ?, ?)`, [
      crypto.randomUUID(),
      facilityId,
      colleagueId,
      colleagueId,
      at,
      at,
      ids.monthCountedId,
    ]);
    await sql.run(
      `UPDATE reconciliation SET stage = 'awaited', counted_by = started_by, counted_at = ?, expected = 0, seen = 0, differences = 0
       WHERE id IN (?, ?)`,
      [at, ids.monthAwaitedId, ids.monthClosedId],
    );
    await sql.run(
      `UPDATE reconciliation SET stage = 'closed', second_id = ?, closed_at = ?, days_late = 0 WHERE id = ?`,
      [colleagueId, at, ids.monthClosedId],
    );
  });
  return ids;
}
