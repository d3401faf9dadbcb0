import { EMERGENCY_KINDS } from '@azukari/domain';
import type { CheckOut, ItemKind, Uuid } from '@azukari/domain';
import { places } from '../database/statements.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { storagePaths } from '../items/storage-paths.ts';
import type { Receipt } from '../ledger/commands.ts';

/** TO_AMBULANCE is a 救急 of which nobody was asked anything. */
export const TO_AMBULANCE = {
  purpose: 'emergency',
  holder: 'other:ambulance',
  holderName: '',
  contactId: null,
  destination: null,
  dueBackAt: null,
  occurredAt: null,
  foundIds: [],
  sheet: null,
  note: null,
} as const satisfies Omit<CheckOut, 'itemIds'>;

/** forAmbulance are the items of a resident that go with an ambulance and lie in the safe. */
export async function forAmbulance(sql: Statements, facilityId: Uuid, residentId: Uuid): Promise<readonly Uuid[]> {
  if (!(await sql.get('SELECT id FROM resident WHERE id = ? AND facility_id = ?', [residentId, facilityId])))
    throw new Refused({ kind: 'not-found' });
  const rows = await sql.all<{ id: Uuid }>(
    `SELECT id FROM item WHERE facility_id = ? AND resident_id = ? AND place = 'stored' AND kind IN (${places(EMERGENCY_KINDS.length)}) ORDER BY id`,
    [facilityId, residentId, ...EMERGENCY_KINDS],
  );
  if (rows.length === 0) throw new Refused({ kind: 'nothing-in-safe' });
  return rows.map(({ id }) => id);
}

/** placesOfItems says of each item of a receipt what it is and where it lay. */
export async function placesOfItems(sql: Statements, facilityId: Uuid, { entries }: Receipt) {
  const ids = [...new Set(entries.flatMap(({ itemId }) => itemId ?? []))];
  const paths = await storagePaths(sql, facilityId);
  const rows = await sql.all<{ id: Uuid; kind: ItemKind; storage: Uuid | null }>(
    `SELECT id, kind, storage_id AS storage FROM item WHERE id IN (${places(ids.length)}) ORDER BY id`,
    ids,
  );
  return rows.map(({ id, kind, storage }) => ({
    id,
    kind,
    place: storage === null ? null : (paths.get(storage) ?? null),
  }));
}
