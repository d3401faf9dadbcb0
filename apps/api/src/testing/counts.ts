import { insertCount, insertDifferences } from '../counts/count-rows.ts';
import type { Home, House } from './house.ts';
import type { Fixtures } from './things.ts';

type Ids = Pick<Fixtures, (typeof NAMES)[number]>;

const NAMES = ['countId', 'comparedId', 'settledId', 'othersId', 'awaitedId', 'listedId', 'lookedId'] as const;

/** countsOf makes one count at each stage; a second person has to look at what a colleague counted. */
export async function countsOf(
  { facilityId, manager }: Home,
  { database, clock }: House,
  { colleagueId, pouchId, itemId }: Readonly<Record<'colleagueId' | 'pouchId' | 'itemId', string>>,
): Promise<Ids> {
  const ids = Object.fromEntries(NAMES.map((name) => [name, crypto.randomUUID()])) as Ids;
  const { othersId, awaitedId, listedId, lookedId } = ids;
  const startedAt = clock.now();
  await database.writes.run(async ({ sql }) => {
    for (const id of Object.values(ids)) {
      const staffId = id === othersId || id === awaitedId ? colleagueId : manager.staffId;
      const listed = id === listedId || id === lookedId;
      const list = id === listedId ? [{ itemId, storage: pouchId, kind: 'care-insurance-card' as const }] : [];
      await insertCount(sql, { id, facilityId, drawer: null, staffId, startedAt, startedSeq: 0, listed }, list);
    }
    await sql.run(`UPDATE blind_count SET stage = 'entered', expected = 0, seen = 1 WHERE id IN (?, ?)`, [
      ids.comparedId,
      ids.settledId,
    ]);
    await sql.run(`UPDATE blind_count SET stage = 'awaited', expected = 0, seen = 0, closed_at = ? WHERE id = ?`, [
      startedAt,
      ids.awaitedId,
    ]);
    const surplus = {
      n: 1,
      side: 'surplus',
      storage: pouchId,
      kind: 'eligibility-certificate',
      settledAs: null,
    } as const;
    await insertDifferences(sql, ids.comparedId, [surplus]);
  });
  return ids;
}
