import type { CalendarDay, Uuid } from '@azukari/domain';
import type { Clock } from '../clock.ts';
import { StaffRow } from '../database/rows.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { lockHead } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { toldEntries } from '../ledger/told-entries.ts';

interface Person {
  readonly facilityId: Uuid;
  readonly staffId: Uuid;
}

/**
 * noteSeen writes down that somebody was taught today because the server itself saw it: the entry is the system's, nobody claims
 * it. A day that stands already stays as it is. Null: she has left meanwhile.
 */
export async function noteSeen(
  tx: Tx,
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  { facilityId, staffId: staff }: Person,
): Promise<CalendarDay | null> {
  await lockHead(tx, facilityId, 'custody');
  const row = await tx.rows.findOneBy(StaffRow, { id: staff, facilityId });
  if (!row || row.leftOn !== null) return null;
  const on = clock.today();
  if (await stands(tx, { facilityId, staffId: staff }, on)) return on;
  const author = { facilityId, actor: 'system', name: null, auth: 'none', authAge: null } as const;
  const entry = houseEntry('staff.trained', { staff, on }, { private: { name: row.name } });
  await ledger.append(tx, { ...author, command: crypto.randomUUID() }, [entry]);
  return on;
}

/** stands says whether the record has that day as a training of hers, and nobody took it back. */
export async function stands(
  { sql }: Pick<Tx, 'sql'>,
  { facilityId, staffId }: Person,
  on: CalendarDay,
): Promise<boolean> {
  const noted = await toldEntries(sql, facilityId, ['staff.trained', 'staff.training-withdrawn']);
  return noted.findLast(({ facts }) => facts.staff === staffId && facts.on === on)?.type === 'staff.trained';
}
