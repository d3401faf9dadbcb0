import { insertCount, insertDifferences } from '../counts/count-rows.ts';
import type { Home, House } from './house.ts';
import type { Fixtures } from './things.ts';

type Ids = Pick<Fixtures, 'countId' | 'comparedId' | 'settledId' | 'othersId' | 'awaitedId'>;

/** countsOf makes one count at each stage; a second person has to look at what a colleague counted. */
export async function countsOf(
  { facilityId, manager }: Home,
  { database, clock }: House,
  { colleagueId, pouchId }: { readonly colleagueId: string; readonly pouchId: string },
): Promise<Ids> {
  const [countId, comparedId, settledId, othersId, awaitedId] = Array.from({ length: 5 }, () => crypto.randomUUID());
  const ids = { countId, comparedId, settledId, othersId, awaitedId } as Ids;
  const startedAt = clock.now();
  await database.writes.run(async ({ sql }) => {
    for (const id of Object.values(ids)) {
      const staffId = id === othersId || id === awaitedId ? colleagueId : manager.staffId;
      await insertCount(sql, { id, facilityId, drawer: null, staffId, startedAt, startedSeq: 0 }, []);
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
